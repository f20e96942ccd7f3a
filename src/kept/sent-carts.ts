import { readCart, type Cart } from '~/contract/cart';
import { isWireObject, text } from '~/contract/scalars';
import { writeCart } from '~/contract/written-cart';
import { forgetOld, isYoung, readFrom, writeTo } from './database';
import { draftKey } from './draft-key';
import { seal, unseal } from './sealing';
import { listenToTabs } from './tabs';

/** What was sent with a confirmation: the cart as it was reviewed, when, and by whom. */
export interface SentCart {
  readonly cart: Cart;
  readonly at: Date;
  /** The name of whoever was signed in; '' where nobody has to. */
  readonly by: string;
}

/** What this page has sent, for where storage is blocked or full. */
const sentHere = new Map<string, SentCart>();

listenToTabs(({ kind }) => {
  if (kind === 'wiped') sentHere.clear();
});

/** Keeps what is about to be sent, sealed on this computer for seven days. Rejects when only this page has it. */
export async function keepSent(sent: SentCart): Promise<void> {
  const { cart, at, by } = sent;
  sentHere.set(cart.id, sent);
  await forgetOld('sent');
  const { person, key } = await draftKey();
  const written = JSON.stringify({ by, cart: writeCart(cart) });
  const sealed = await seal(key, labelOf(person, cart.id), written);
  // It may have turned out meanwhile that it was not sent.
  if (sentHere.get(cart.id) !== sent) return;
  await writeTo('sent', (store) => store.put({ person, cartId: cart.id, at: at.getTime(), sealed }));
}

/** To be called when it turned out that it was not sent. */
export async function forgetSent(cartId: string): Promise<void> {
  sentHere.delete(cartId);
  const { person } = await draftKey();
  await writeTo('sent', (store) => store.delete([person, cartId]));
}

/** What this person has last sent of a cart; null when that was elsewhere, too long ago, or cannot be opened. */
export async function readSent(cartId: string): Promise<SentCart | null> {
  const here = sentHere.get(cartId);
  if (here) return here;
  try {
    const { person, key } = await draftKey();
    const raw: unknown = await readFrom('sent', (store) => store.get([person, cartId]));
    const { at, sealed } = isWireObject(raw) ? raw : {};
    if (typeof at !== 'number' || !isYoung(at) || !(sealed instanceof ArrayBuffer)) return null;
    const written = await unseal(key, labelOf(person, cartId), sealed);
    const record: unknown = JSON.parse(written ?? 'null');
    if (!isWireObject(record)) return null;
    return { cart: readCart(record['cart']), at: new Date(at), by: text.parse(record['by']) };
  } catch {
    return null;
  }
}

/** Of how many carts this person has a record on this computer. Rejects where storage is blocked. */
export async function countSent(): Promise<number> {
  const { person } = await draftKey();
  return readFrom('sent', (store) => store.count(IDBKeyRange.bound([person], [person, []])));
}

function labelOf(person: string, cartId: string): string {
  return JSON.stringify(['sent', person, cartId]);
}
