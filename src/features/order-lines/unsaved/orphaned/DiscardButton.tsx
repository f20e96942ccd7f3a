import { useState } from 'react';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { DiscardDialog } from './DiscardDialog';

interface DiscardButtonProps {
  /** How many fields were typed in. */
  readonly count: number;
  readonly onDiscard: () => void;
}

/** Discards unsaved text after a question. */
export function DiscardButton({ count, onDiscard }: DiscardButtonProps) {
  const { keptText } = useEditorMessages();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{keptText.discard}</Button>
      {isAsking && <DiscardDialog count={count} onClose={() => setIsAsking(false)} onDiscard={onDiscard} />}
    </>
  );
}
