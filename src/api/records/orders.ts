import { useSyncExternalStore } from 'react';
import { isWireObject } from '~/contract/scalars';
import { createDurableMap } from '~/browser-storage/durable-map';
import type { PersistentRecords } from '~/browser-storage/persistent-map';
import { OLD_KEYS } from '~/browser-storage/storage-keys';
import { encryptedBytes, readOlder } from '~/browser-storage/older-records';
import { removePreference } from '~/browser-storage/preferences';
import { knownTime, serverTime } from '~/api/session/server-time';
import { agedOrder } from './order-age';

/**
 * The states of an order of this browser, in their order. `sending`: its confirmation leaves. `checking`: its outcome is
 * unknown. `not-placed`: it is proved that nothing was placed. `under-way`: it is placed. `settled`: it is decided.
 */
const STATES = ['sending', 'checking', 'not-placed', 'under-way', 'settled'] as const;
export type OrderState = (typeof STATES)[number];

/** The content of a confirmation, encrypted for one person. */
export interface StoredReceipt {
  readonly person: string;
  /** When it was encrypted, in milliseconds. */
  readonly at: number;
  readonly encrypted: ArrayBuffer;
}

/** The one record of an order, by cart; times in milliseconds of the gateway's clock. */
export interface OrderRecord {
  readonly cartId: string;
  readonly state: OrderState;
  readonly since: number;
  /** Until then its confirmation may still be carried out; only later drafts mean that it was not. */
  readonly until: number;
  /** How many state changes the lines had before. */
  readonly changesBefore: number;
  /** The Idempotency-Key of its confirmation; '' where another computer sent it. */
  readonly idempotencyKey: string;
  /** The gateway's name for that key in a lock of the cart. */
  readonly mark: string;
  /** Whether every page shows it until it is seen. */
  readonly isFollowed: boolean;
  readonly receipt: StoredReceipt | null;
}

const records = createDurableMap({
  store: 'orders',
  read: readOrder,
  older: { records: olderOrders, remove: removeOlder },
});

/** Ages the records once a page. This computer's clock may be wrong, so without the gateway's nothing is deleted. */
let ageing: Promise<void> | null = null;

function ageOnce(): void {
  ageing ??= age().catch(() => {
    ageing = null;
  });
}

async function age(): Promise<void> {
  await records.ready();
  if (Object.keys(records.all()).length === 0) return;
  const now = await serverTime();
  for (const [cartId, order] of Object.entries(records.all())) {
    const aged = agedOrder(order, now);
    if (aged === null) void records.remove(cartId);
    else if (aged !== order) void records.set(cartId, aged);
  }
}

/** Resolves when the records are read from the disk, after 2 seconds at the latest. */
export function ordersReady(): Promise<void> {
  ageOnce();
  return records.ready();
}

function subscribe(listener: () => void): () => void {
  ageOnce();
  return records.subscribe(listener);
}

/** The record of a cart's order; null when this browser has none. */
export function orderOf(cartId: string): OrderRecord | null {
  return records.all()[cartId] ?? null;
}

/** The same for a screen. */
export function useOrder(cartId: string): OrderRecord | null {
  return useSyncExternalStore(subscribe, () => orderOf(cartId));
}

/** Every record, by cart. */
export function useOrders(): PersistentRecords<OrderRecord> {
  return useSyncExternalStore(subscribe, records.all);
}

/** Whether the disk has the receipt of a cart's order: where storage refuses, it lasts as long as the page. */
export function useHasStoredReceipt(cartId: string): boolean {
  return useSyncExternalStore(
    records.subscribe,
    () => records.onDisk(cartId)?.receipt?.at === orderOf(cartId)?.receipt?.at,
  );
}

/** Whether the order's outcome is unknown yet. */
export function isOpenOrder(order: OrderRecord | null): boolean {
  return order?.state === 'sending' || order?.state === 'checking';
}

/** The keys of the confirmations that this page sends. */
const sentHere = new Set<string>();

/** Whether an earlier page or another tab left the order open. */
export function isOrphanedOrder(order: OrderRecord): boolean {
  return isOpenOrder(order) && order.idempotencyKey !== '' && !sentHere.has(order.idempotencyKey);
}

/** Stores the record of a confirmation before it leaves. Resolves within 2 seconds, on the disk or not. */
export async function beginOrder(order: Omit<OrderRecord, 'state' | 'isFollowed'>): Promise<void> {
  sentHere.add(order.idempotencyKey);
  await records.set(order.cartId, { ...order, state: 'sending', isFollowed: true });
}

/** Moves an order on to a later state; a late answer never moves it back. */
export function advanceOrder(cartId: string, state: OrderState): void {
  const order = orderOf(cartId);
  if (order && STATES.indexOf(state) > STATES.indexOf(order.state))
    void records.set(cartId, { ...order, state });
}

/** Deletes the record of an order that was not placed. */
export function forgetOrder(cartId: string): void {
  void records.remove(cartId);
}

/** Follows a placed cart on every page from now on. */
export function followOrder(cartId: string): void {
  const order = orderOf(cartId);
  if (order?.isFollowed === true) return;
  const seen: OrderRecord = {
    cartId,
    state: 'under-way',
    since: knownTime(),
    until: 0,
    changesBefore: 0,
    idempotencyKey: '',
    mark: '',
    isFollowed: true,
    receipt: null,
  };
  void records.set(cartId, order ? { ...order, isFollowed: true } : seen);
}

/** Ends that. The receipt stays. */
export function unfollowOrder(cartId: string): void {
  const order = orderOf(cartId);
  if (!order?.isFollowed) return;
  if (order.receipt === null && !isOpenOrder(order)) forgetOrder(cartId);
  else void records.set(cartId, { ...order, isFollowed: false });
}

/** Gives null for anything but a record. */
function readOrder(stored: unknown): OrderRecord | null {
  if (!isWireObject(stored)) return null;
  const { cartId, since, until, changesBefore, idempotencyKey, mark, isFollowed, receipt } = stored;
  const state = STATES.find((known) => known === stored['state']);
  if (typeof cartId !== 'string' || !state || typeof since !== 'number' || typeof until !== 'number')
    return null;
  return {
    cartId,
    state,
    since,
    until,
    changesBefore: typeof changesBefore === 'number' ? changesBefore : 0,
    idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : '',
    mark: typeof mark === 'string' ? mark : '',
    isFollowed: isFollowed === true,
    receipt: readReceipt(receipt),
  };
}

function readReceipt(stored: unknown): StoredReceipt | null {
  if (!isWireObject(stored)) return null;
  const { person, at } = stored;
  const encrypted = encryptedBytes(stored);
  if (typeof person !== 'string' || typeof at !== 'number' || encrypted === null) return null;
  return { person, at, encrypted };
}

/** The confirmations in doubt and the followed carts that an older version left in localStorage. */
function olderOrders(): PersistentRecords<OrderRecord> {
  const followed = readOlder(OLD_KEYS.followed);
  const confirmations = readOlder(OLD_KEYS.confirmations);
  const ids = new Set([...Object.keys(followed), ...Object.keys(confirmations)]);
  const orders = [...ids].flatMap((cartId) => {
    const doubt = confirmations[cartId];
    const order = isWireObject(doubt)
      ? readOrder({ ...doubt, cartId, state: 'checking', isFollowed: cartId in followed })
      : readOrder({ cartId, state: 'under-way', since: followed[cartId], until: 0, isFollowed: true });
    return order ? [[cartId, order] as const] : [];
  });
  return Object.fromEntries(orders);
}

function removeOlder(): void {
  removePreference(OLD_KEYS.followed);
  removePreference(OLD_KEYS.confirmations);
}
