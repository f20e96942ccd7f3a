import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LineValues } from '~/contract/order-line';
import { creationValues } from '~/domain/order-line-changes';
import { useChecking } from './checking';
import { createLine } from './create-line';
import { oneAtATime, onlyOnce } from './one-at-a-time';
import { fetchLine } from './order-lines';
import { leaveCreations } from './pending-creations';
import { queryKeys, refreshAfter } from './refresh-table';
import type { SavedLine } from './save-line';

/** Two creations in one cart could not be told apart if both were in doubt: they go one after the other. */
const creations = new Map<string, Promise<SavedLine>>();

/** Creates a line of what was filled; gives the line as it was read back, and what the API kept differently. */
export function useCreateLine(cartId: string) {
  const client = useQueryClient();
  const [checkingSince, whileChecking] = useChecking();
  useEffect(() => () => leaveCreations('line'), []);
  const mutation = useMutation({
    mutationFn: (values: LineValues) => {
      const filled = creationValues(values);
      // The second click of a double click asks for the very same.
      return onlyOnce(creations, JSON.stringify([cartId, filled]), () =>
        oneAtATime(`cart:${cartId}`, () => createLine(cartId, filled, fetchLine, whileChecking)),
      );
    },
    onSuccess: (saved) => {
      client.setQueryData(queryKeys.line(saved.line.id), saved.line);
      client.setQueryData(queryKeys.creation(saved.line.id), saved);
    },
    onSettled: () => refreshAfter(client, 'createLine', { cartId }),
  });
  return { ...mutation, checkingSince };
}
