import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OrderLine } from '~/contract/order-line';
import { cartQueries } from '~/api/read/carts';
import { useVerification } from '~/api/write/use-verification';
import { deleteLine, type DeletedLine } from '~/api/write/carts/delete-line';
import { withTabLock, singleFlight } from '~/api/write/tab-lock';
import { queryKeys, refreshAfter } from '~/api/transport/query-keys';

const deletions = new Map<string, Promise<DeletedLine>>();

/** Deletes a line whose detail was shown, and checks that exactly that line left its cart. */
export function useDeleteLine(cartId: string) {
  const client = useQueryClient();
  const [checkingSince, whileChecking] = useVerification();
  const mutation = useMutation({
    mutationFn: (shown: OrderLine) =>
      singleFlight(deletions, shown.id, () =>
        withTabLock(`cart:${cartId}`, () => {
          const known = client.getQueryData(cartQueries.detail(cartId).queryKey);
          return deleteLine(shown, known?.cart ?? null, whileChecking);
        }),
      ),
    onSuccess: ({ isGone }, { id }) => {
      if (isGone) client.removeQueries({ queryKey: queryKeys.line(id) });
    },
    // Refused or unknown: the line is read again.
    onError: (_, { id }) => client.invalidateQueries({ queryKey: queryKeys.line(id) }),
    onSettled: () => refreshAfter(client, 'deleteLine', { cartId }),
  });
  return { ...mutation, checkingSince };
}
