import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OrderLine } from '~/contract/order-line';
import { useChecking } from './checking';
import { ifFree, oneAtATime } from './one-at-a-time';
import { fetchLine } from './order-lines';
import { queryKeys, refreshAfter } from './refresh-table';
import { saveLine, type SavedLine, type SaveRequest } from './save-line';

/** What creating a line in this page's life ended in; undefined for any other line. */
export function useCreation(lineId: string): SavedLine | undefined {
  return useQueryClient().getQueryData<SavedLine>(queryKeys.creation(lineId));
}

interface BegunSave {
  readonly request: SaveRequest;
  /** The reading before the write. */
  readonly fresh: Promise<OrderLine>;
}

/** Saves what was changed on a line; see saveLine for the outcomes. The reading before the write leaves with the click. */
export function useSaveLine(cartId: string) {
  const client = useQueryClient();
  const [checkingSince, whileChecking] = useChecking();
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: ({ request, fresh }: BegunSave) => {
      const name = `line:${request.base.id}`;
      return ifFree(
        name,
        () => saveLine(request, fresh, fetchLine, whileChecking),
        // What was read while another tab was writing may be older than what it wrote.
        () => oneAtATime(name, () => saveLine(request, fetchLine(request.base.id), fetchLine, whileChecking)),
      );
    },
    onSuccess: (outcome) => client.setQueryData(queryKeys.line(outcome.line.id), outcome.line),
    onSettled: () => refreshAfter(client, 'updateLine', { cartId }),
  });
  const save = (request: SaveRequest) => {
    const fresh = fetchLine(request.base.id);
    // It may fail before anybody waits for it; who does is told all the same.
    fresh.catch(() => undefined);
    return mutateAsync({ request, fresh });
  };
  return { save, isPending, error, checkingSince };
}
