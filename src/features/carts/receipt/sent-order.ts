import { useQuery } from '@tanstack/react-query';
import { storedDataQuery } from '~/api/read/stored-data-query';
import { useHasStoredReceipt, useOrder, type OrderRecord, type StoredReceipt } from '~/api/records/orders';
import { currentPerson } from '~/api/session/signed-in-person';
import { listenToAutosaveTabs } from '~/autosave/storage/autosave-tabs';
import { isFresh } from '~/autosave/storage/record-age';
import { textDatabase } from '~/browser-storage/text-database';
import { decrypt, encrypt } from '~/autosave/storage/encryption';
import { encryptionKey } from '~/autosave/storage/encryption-key';
import { encryptedBytes } from '~/browser-storage/older-records';
import { within } from '~/browser-storage/within';
import { readCart, type Cart } from '~/contract/cart';
import { isWireObject, text } from '~/contract/scalars';
import { writeCart } from '~/contract/written-cart';

/** The content of a confirmation: the cart as it was reviewed, the time, and the sender. */
export interface SentOrder {
  readonly cart: Cart;
  readonly at: Date;
  /** The name of the signed-in sender; '' without sign-in. */
  readonly by: string;
}

/** The orders of this page, for storage that refuses. */
const sentHere = new Map<string, SentOrder>();

listenToAutosaveTabs(({ kind }) => {
  if (kind === 'wiped') sentHere.clear();
});

/** Encrypts the receipt of an order that is about to leave. Null when storage refuses or does not answer within 2 seconds. */
export async function encryptReceipt(cart: Cart): Promise<StoredReceipt | null> {
  const at = new Date();
  const by = await within(currentPerson()).then(
    ({ name }) => name ?? '',
    () => '',
  );
  sentHere.set(cart.id, { cart, at, by });
  const encryptContent = async () => {
    const { person, key } = await encryptionKey();
    const content = JSON.stringify({ by, cart: writeCart(cart) });
    return { person, at: at.getTime(), encrypted: await encrypt(key, labelOf(person, cart.id), content) };
  };
  return within(encryptContent()).catch(() => null);
}

/** The receipt of a cart's order; null when it is another person's, or cannot be opened. */
async function openReceipt(cartId: string, order: OrderRecord | null): Promise<SentOrder | null> {
  try {
    const { person, key } = await encryptionKey();
    const stored = order?.receipt ?? (await olderReceipt(person, cartId));
    if (stored?.person !== person) return null;
    const content: unknown = JSON.parse(
      (await decrypt(key, labelOf(person, cartId), stored.encrypted)) ?? 'null',
    );
    if (!isWireObject(content)) return null;
    const { by, cart } = content;
    return { cart: readCart(cart), at: new Date(stored.at), by: text.parse(by) };
  } catch {
    return null;
  }
}

/** The receipt that an older version stored beside the unsaved text. */
async function olderReceipt(person: string, cartId: string): Promise<StoredReceipt | null> {
  const stored: unknown = await (await textDatabase()).get('sent', [person, cartId]);
  if (!isWireObject(stored)) return null;
  const { at } = stored;
  const encrypted = encryptedBytes(stored);
  if (typeof at !== 'number' || encrypted === null || !(await isFresh(at))) return null;
  return { person, at, encrypted };
}

function labelOf(person: string, cartId: string): string {
  return JSON.stringify(['sent', person, cartId]);
}

/** The content of a cart's order from this browser; null when there is none, undefined while it is read. */
export function useSentOrder(cartId: string): SentOrder | null | undefined {
  const order = useOrder(cartId);
  const read = async () => {
    const here = order && order.receipt === null ? sentHere.get(cartId) : undefined;
    return here ?? (await within(openReceipt(cartId, order)).catch(() => null));
  };
  const key = ['receipt', cartId, order?.since ?? 0, order?.receipt?.at ?? 0];
  return useQuery(storedDataQuery(key, read)).data;
}

/** Whether the disk has the receipt that `useSentOrder` gives. */
export function useIsReceiptStored(cartId: string): boolean {
  const order = useOrder(cartId);
  const isStored = useHasStoredReceipt(cartId);
  // Without a receipt in its record it is of this page, or of an older version.
  return order?.receipt ? isStored : !sentHere.has(cartId);
}
