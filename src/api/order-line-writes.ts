import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useChecking } from './checking';
import { oneAtATime } from './one-at-a-time';
import { fetchLine } from './order-lines';
import { queryKeys, refreshAfter } from './refresh-table';
import { saveLine, type SavedLine, type SaveRequest } from './save-line';

/** What creating a line in this page's life ended in; undefined for any other line. */
export function useCreation(lineId: string): SavedLine | undefined {
  return useQueryClient().getQueryData<SavedLine>(queryKeys.creation(lineId));
}

/** Saves what was changed on a line; see saveLine for the outcomes. */
export function useSaveLine(cartId: string) {
  const client = useQueryClient();
  const [checkingSince, whileChecking] = useChecking();
  const mutation = useMutation({
    mutationFn: (request: SaveRequest) =>
      oneAtATime(`line:${request.base.id}`, () => saveLine(request, fetchLine, whileChecking)),
    onSuccess: (outcome) => client.setQueryData(queryKeys.line(outcome.line.id), outcome.line),
    onSettled: () => refreshAfter(client, 'updateLine', { cartId }),
  });
  return { ...mutation, checkingSince };
}
