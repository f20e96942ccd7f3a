import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useChecking } from './checking';
import { deleteLine, type DeletedLine } from './delete-line';
import { oneAtATime, onlyOnce } from './one-at-a-time';
import { queryKeys, refreshAfter } from './refresh-table';

const deletions = new Map<string, Promise<DeletedLine>>();

/** Deletes a line and checks that exactly that line left its cart. */
export function useDeleteLine(cartId: string) {
  const client = useQueryClient();
  const [checkingSince, whileChecking] = useChecking();
  const mutation = useMutation({
    mutationFn: (lineId: string) =>
      onlyOnce(deletions, lineId, () =>
        oneAtATime(`cart:${cartId}`, () => deleteLine(cartId, lineId, whileChecking)),
      ),
    onSuccess: ({ isGone }, lineId) => {
      if (isGone) client.removeQueries({ queryKey: queryKeys.line(lineId) });
    },
    onSettled: () => refreshAfter(client, 'deleteLine', { cartId }),
  });
  return { ...mutation, checkingSince };
}
