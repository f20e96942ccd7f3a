import { useRef, useState } from 'react';
import { useDeleteLine } from '~/api/line-deletion';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { Button } from '~/ui/Button';
import { FailureNotice } from '~/ui/FailureNotice';
import { Notice } from '~/ui/Notice';

interface RemoveCopiedProps {
  readonly cartId: string;
  /** The lines that are proved to be in the new cart. */
  readonly lineIds: readonly string[];
}

/** Offers to delete the lines here that were copied elsewhere, one after the other; a failure stops it. */
export function RemoveCopied({ cartId, lineIds }: RemoveCopiedProps) {
  const { linePage } = useAllMessages();
  const { copies } = useOrderMessages();
  const deletion = useDeleteLine(cartId);
  const [removedIds, setRemovedIds] = useState<readonly string[]>([]);
  const [isRunning, setIsRunning] = useState(false);
  const [isStillThere, setIsStillThere] = useState(false);
  const isUnderWay = useRef(false);
  const left = lineIds.filter((id) => !removedIds.includes(id));

  const run = async () => {
    setIsStillThere(false);
    for (const lineId of left) {
      const { isGone } = await deletion.mutateAsync(lineId);
      if (!isGone) {
        setIsStillThere(true);
        return;
      }
      setRemovedIds((before) => [...before, lineId]);
    }
  };
  const remove = () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setIsRunning(true);
    void run()
      // The mutation's own error says what happened.
      .catch(() => undefined)
      .finally(() => {
        isUnderWay.current = false;
        setIsRunning(false);
      });
  };

  if (left.length === 0) return <p role="status">{copies.removed}</p>;
  return (
    <>
      {deletion.error && <FailureNotice error={deletion.error} of="write" />}
      {isStillThere && (
        <Notice tone="warning" announce="alert">
          <p>{linePage.notRemoved}</p>
        </Notice>
      )}
      <div>
        <Button look="danger" disabled={isRunning} onClick={remove}>
          {isRunning ? copies.removing(removedIds.length, lineIds.length) : copies.removeHere(left.length)}
        </Button>
      </div>
    </>
  );
}
