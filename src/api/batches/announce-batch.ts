import type { Batch } from '~/domain/batches/batch';
import { openRows } from '~/domain/batches/batch-totals';
import { isApiError } from '~/api/transport/api-error';
import { postToGateway } from '~/api/transport/gateway-calls';

/**
 * Tells the gateway how much of a batch is left, and so everybody who reads the cart. With nothing left it is over. A batch
 * does not depend on it: an announcement that fails is made again with the next one.
 */
export async function announceBatch(batch: Batch): Promise<void> {
  const { id, cartId, rowCount } = batch;
  if (cartId === '') return;
  try {
    await postToGateway('/gw/open-batches', { cart: cartId, id, rows: rowCount, left: openRows(batch) });
  } catch (error) {
    if (!isApiError(error)) throw error;
  }
}
