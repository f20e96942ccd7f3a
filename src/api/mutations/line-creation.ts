import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LineValues } from '~/contract/order-line';
import { creationValues } from '~/domain/lines/order-line-changes';
import type { WhileVerifying } from '~/api/write/use-verification';
import { createLine } from '~/api/write/carts/create-line';
import { withTabLock, singleFlight } from '~/api/write/tab-lock';
import { fetchLine } from '~/api/read/order-lines';
import { orphanCreations } from '~/api/records/creations';
import { queryKeys, refreshAfter } from '~/api/transport/query-keys';
import { toSaveOutcome, type SavedLine, type SaveOutcome } from '~/api/write/save-line';

/** Two creations in doubt in one cart cannot be told apart, so they run one after the other. */
const creations = new Map<string, Promise<SavedLine>>();

interface VerifiedCreation {
  readonly values: LineValues;
  readonly whileVerifying: WhileVerifying;
}

/** Creates a line from the filled values. `saved` carries the line as read back, and the fields that the API changed. */
export function useCreateLine(
  cartId: string,
): (values: LineValues, whileVerifying: WhileVerifying) => Promise<SaveOutcome> {
  const client = useQueryClient();
  useEffect(() => () => orphanCreations('line'), []);
  const { mutateAsync } = useMutation({
    mutationFn: ({ values, whileVerifying }: VerifiedCreation) => {
      const filled = creationValues(values);
      // The second click of a double click asks for the same.
      return singleFlight(creations, JSON.stringify([cartId, filled]), () =>
        withTabLock(`cart:${cartId}`, () => createLine(cartId, filled, fetchLine, whileVerifying)),
      );
    },
    onSuccess: ({ line }) => client.setQueryData(queryKeys.line(line.id), line),
    onSettled: () => refreshAfter(client, 'createLine', { cartId }),
  });
  return (values, whileVerifying) => toSaveOutcome(mutateAsync({ values, whileVerifying }));
}
