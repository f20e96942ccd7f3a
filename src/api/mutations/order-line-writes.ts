import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OrderLine } from '~/contract/order-line';
import type { WhileVerifying } from '~/api/write/use-verification';
import { withTabLock } from '~/api/write/tab-lock';
import { fetchLine } from '~/api/read/order-lines';
import { queryKeys, refreshAfter } from '~/api/transport/query-keys';
import { saveLine, toSaveOutcome, type SaveOutcome, type SaveRequest } from '~/api/write/save-line';

interface VerifiedSave {
  readonly request: SaveRequest;
  readonly whileVerifying: WhileVerifying;
}

/** Saves the changes of a line; see saveLine for the outcomes. */
export function useSaveLine(
  cartId: string,
): (request: SaveRequest, whileVerifying: WhileVerifying) => Promise<SaveOutcome> {
  const client = useQueryClient();
  const { mutateAsync } = useMutation({
    mutationFn: ({ request, whileVerifying }: VerifiedSave) => {
      const { id } = request.base;
      return withTabLock(`line:${id}`, () => {
        const known = client.getQueryData<OrderLine>(queryKeys.line(id)) ?? request.base;
        return saveLine(request, known, fetchLine, whileVerifying);
      });
    },
    onSuccess: async ({ line }) => {
      // A reading that left earlier must not arrive after this one.
      await client.cancelQueries({ queryKey: queryKeys.line(line.id) });
      client.setQueryData(queryKeys.line(line.id), line);
    },
    onSettled: () => refreshAfter(client, 'updateLine', { cartId }),
  });
  return (request, whileVerifying) => toSaveOutcome(mutateAsync({ request, whileVerifying }));
}
