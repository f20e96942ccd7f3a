import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useDeleteLine } from '~/api/mutations/line-deletion';
import { lineQueries } from '~/api/read/order-lines';
import { isApiError } from '~/api/transport/api-error';
import type { Batch, CopiedLine } from '~/domain/batches/batch';
import { lineFingerprint } from '~/domain/lines/line-fingerprint';
import { useAllMessages } from '~/i18n/I18nProvider';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { withinLimits, type AwaitedLimit } from './within-limits';

/**
 * Offers to delete the lines that were moved where they come from, one after the other. It waits for limits; a failure
 * stops it, and so does a line that was changed since it was copied.
 */
export function RemoveOriginals({ batch }: { readonly batch: Batch }) {
  const { copies, batches } = useAllMessages();
  const client = useQueryClient();
  const deletion = useDeleteLine(batch.source.cartId);
  const [removedIds, setRemovedIds] = useState<readonly string[]>([]);
  const [isRunning, setIsRunning] = useState(false);
  const [hasChanged, setHasChanged] = useState(false);
  const [waitingFor, setWaitingFor] = useState<AwaitedLimit | null>(null);
  const isUnderWay = useRef(false);
  const moved = batch.rows.flatMap(({ state, copied }) =>
    copied && (state.kind === 'created' || state.kind === 'present') ? [copied] : [],
  );
  const left = moved.filter(({ id }) => !removedIds.includes(id));

  const removeOne = async ({ id, fingerprint }: CopiedLine): Promise<boolean> => {
    const line = await client
      .query({ ...lineQueries.detail(id), staleTime: 0, retry: false })
      .catch((error: unknown) => {
        if (isApiError(error) && error.kind === 'not-found') return null;
        throw error;
      });
    if (line === null) return true;
    if ((await lineFingerprint(line)) !== fingerprint) return false;
    return (await deletion.mutateAsync(line)).isGone;
  };
  const run = async () => {
    setHasChanged(false);
    for (const copied of left) {
      if (!(await withinLimits(() => removeOne(copied), setWaitingFor))) {
        setHasChanged(true);
        return;
      }
      setRemovedIds((before) => [...before, copied.id]);
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

  if (moved.length === 0) return null;
  if (left.length === 0) return <p>{copies.removed}</p>;
  return (
    <>
      {waitingFor && <p>{copies.waiting[waitingFor]}</p>}
      {deletion.error && !isRunning && <FailureNotice error={deletion.error} of="write" />}
      {hasChanged && <p>{batches.changedOriginal}</p>}
      <div>
        <Button variant="outline" color="bad" disabled={isRunning} onClick={remove}>
          {isRunning ? copies.removing(removedIds.length, moved.length) : copies.removeHere(left.length)}
        </Button>
      </div>
    </>
  );
}
