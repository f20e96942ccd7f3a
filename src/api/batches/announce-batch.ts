import { cartsOf, partOfCart, type Batch } from '~/domain/batches/batch';
import { openRows } from '~/domain/batches/batch-totals';
import { isApiError } from '~/api/transport/api-error';
import { postToGateway } from '~/api/transport/gateway-calls';

/**
 * Tells the gateway how much of a batch is left, and so everybody who reads the cart. With nothing left it is over. A batch
 * does not depend on it: an announcement that fails is made again with the next one.
 */
export async function announceBatch(batch: Batch): Promise<void> {
  for (const cart of cartsOf(batch)) {
    const part = partOfCart(batch, cart);
    try {
      await postToGateway('/gw/open-batches', {
        cart,
        id: batch.id,
        rows: part.rowCount,
        left: openRows(part),
      });
    } catch (error) {
      if (!isApiError(error)) throw error;
    }
  }
}
