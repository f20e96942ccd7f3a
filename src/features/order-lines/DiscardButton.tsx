import { useState } from 'react';
import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import { Button } from '~/ui/Button';
import { DiscardDialog } from './DiscardDialog';

interface DiscardButtonProps {
  /** How many fields were typed in. */
  readonly count: number;
  readonly onDiscard: () => void;
}

/** The way to throw kept text away, which is asked about first. */
export function DiscardButton({ count, onDiscard }: DiscardButtonProps) {
  const { keptText } = useUnsavedMessages();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{keptText.discard}</Button>
      {isAsking && <DiscardDialog count={count} onClose={() => setIsAsking(false)} onDiscard={onDiscard} />}
    </>
  );
}
