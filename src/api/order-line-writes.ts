import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readCart } from '~/contract/cart';
import type { LineValues } from '~/contract/order-line';
import { creationValues } from '~/domain/order-line-changes';
import { readWith } from './fetch-client';
import { fetchLine } from './order-lines';
import { queryKeys, refreshAfter } from './refresh-table';
import { createLine, saveLine, type SavedLine, type SaveRequest } from './save-line';
import { answerOf, write } from './write';

/** Creates a line of what was filled; gives the line as it was read back, and what the API kept differently. */
export function useCreateLine(cartId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (values: LineValues) => createLine(cartId, creationValues(values), fetchLine),
    onSuccess: (saved) => {
      client.setQueryData(queryKeys.line(saved.line.id), saved.line);
      client.setQueryData(queryKeys.creation(saved.line.id), saved);
    },
    onSettled: () => refreshAfter(client, 'createLine', { cartId }),
  });
}

/** What creating a line in this page's life ended in; undefined for any other line. */
export function useCreation(lineId: string): SavedLine | undefined {
  return useQueryClient().getQueryData<SavedLine>(queryKeys.creation(lineId));
}

/** Saves what was changed on a line; see saveLine for the outcomes. */
export function useSaveLine(cartId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: SaveRequest) => saveLine(request, fetchLine),
    onSuccess: (outcome) => client.setQueryData(queryKeys.line(outcome.line.id), outcome.line),
    onSettled: () => refreshAfter(client, 'updateLine', { cartId }),
  });
}

/** What deleting a line left: whether exactly that line went. */
export interface DeletedLine {
  readonly isGone: boolean;
}

/** Deletes a line and checks in the answer, the cart with its remaining lines, that it went. */
export function useDeleteLine(cartId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (lineId: string): Promise<DeletedLine> => {
      const answer = answerOf(await write('deleteLine', { ids: { cartId, lineId } }));
      if (answer.body === null) return { isGone: true };
      const left = readWith(answer, readCart);
      return { isGone: !left.lines.some((row) => (row.ok ? row.value.id : row.id) === lineId) };
    },
    onSuccess: ({ isGone }, lineId) => {
      if (isGone) client.removeQueries({ queryKey: queryKeys.line(lineId) });
    },
    onSettled: () => refreshAfter(client, 'deleteLine', { cartId }),
  });
}
