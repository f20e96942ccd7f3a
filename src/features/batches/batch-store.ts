import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { cartsOf } from '~/domain/batches/batch';
import { Batches, type BatchView } from '~/api/batches/batches';
import { refreshAfter } from '~/api/transport/query-keys';
import { batchRecords } from '~/autosave/batches/batch-records';
import { listenToAutosaveTabs } from '~/autosave/storage/autosave-tabs';
import { storeRejections } from '~/features/order-lines/rejections/rejection-store';

const stores = new WeakMap<QueryClient, Batches>();

/** The batches of this page. They run on when their screen is left. */
function batchesOf(client: QueryClient): Batches {
  const known = stores.get(client);
  if (known) return known;
  const batches = new Batches({
    journal: batchRecords,
    onCreated: (lineId, { rejections }) => storeRejections(lineId, rejections),
    onEnd: (batch) => {
      refreshAfter(client, 'createCart', batch);
      for (const cartId of cartsOf(batch)) refreshAfter(client, 'createLine', { cartId });
      for (const { change } of batch.rows) if (change) refreshAfter(client, 'changeLines', change);
    },
  });
  listenToAutosaveTabs(({ kind }) => {
    if (kind === 'wiped') void batches.forget();
  });
  stores.set(client, batches);
  return batches;
}

/** What can be done with batches. */
export function useBatches(): Batches {
  return batchesOf(useQueryClient());
}

/** Every batch of the person, the newest first; null until they are read. */
export function useBatchViews(): readonly BatchView[] | null {
  const batches = useBatches();
  return useSyncExternalStore(batches.subscribe, batches.all);
}
