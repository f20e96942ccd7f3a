import { useSyncExternalStore } from 'react';
import { isUnknownArray, isWireObject } from '~/contract/scalars';
import { createDurableMap } from '~/browser-storage/durable-map';
import type { PersistentRecords } from '~/browser-storage/persistent-map';
import { OLD_KEYS } from '~/browser-storage/storage-keys';
import { readOlder } from '~/browser-storage/older-records';
import { removePreference } from '~/browser-storage/preferences';

interface Creation {
  readonly idempotencyKey: string;
  /** When it was sent, in milliseconds of the gateway's clock. */
  readonly since: number;
  /** The ids that were there before: the new one is none of them. */
  readonly before: readonly string[];
  /** A digest of the reference that identifies the new one. */
  readonly reference: string;
}

/** A sent creation without proof yet, with the values that identify its result. */
export type PendingCreation = PendingCart | PendingLine;

export interface PendingCart extends Creation {
  readonly kind: 'cart';
  /** The reference itself where it is the desk's own; '' for a person's. */
  readonly ownReference: string;
}

export interface PendingLine extends Creation {
  readonly kind: 'line';
  readonly cartId: string;
  readonly offer: string;
  readonly eligibilityItem: string;
}

/** By Idempotency-Key. */
const records = createDurableMap({
  store: 'creations',
  read: readCreation,
  older: { records: olderCreations, remove: removeOlder },
});
/** The keys of creations whose progress a screen of this page shows. */
const shownHere = new Set<string>();
/** The keys of creations whose result is known, and about to be on the screen. */
const finishedHere = new Set<string>();

/** Stores a creation before it leaves. Resolves within 2 seconds, on the disk or not. */
export async function beginCreation(creation: PendingCreation): Promise<void> {
  shownHere.add(creation.idempotencyKey);
  await records.set(creation.idempotencyKey, creation);
}

/** Deletes a creation whose outcome is proved, or was seen. */
export function endCreation(idempotencyKey: string): void {
  shownHere.delete(idempotencyKey);
  finishedHere.delete(idempotencyKey);
  void records.remove(idempotencyKey);
}

/** The same by its sender: a creation that was orphaned meanwhile stays for its notice. */
export function endOwnCreation(idempotencyKey: string): void {
  if (shownHere.has(idempotencyKey)) endCreation(idempotencyKey);
}

/** Until its result is on the screen, in milliseconds. */
const SHOWN_WITHIN = 2000;

/**
 * Deletes an own creation a moment after its answer. A browser that is killed before the result is on the screen reports it
 * at its next start.
 */
export function finishOwnCreation(idempotencyKey: string): void {
  if (!shownHere.has(idempotencyKey)) return;
  finishedHere.add(idempotencyKey);
  setTimeout(() => endCreation(idempotencyKey), SHOWN_WITHIN);
}

/** Orphans the creations of a screen that goes: every page then shows their outcome. */
export function orphanCreations(kind: PendingCreation['kind']): void {
  for (const key of shownHere)
    if (!finishedHere.has(key) && records.all()[key]?.kind === kind) orphanCreation(key);
}

/** Orphans one. */
export function orphanCreation(idempotencyKey: string): void {
  const creation = records.all()[idempotencyKey];
  shownHere.delete(idempotencyKey);
  if (creation) void records.set(idempotencyKey, creation);
}

/** Creations that an earlier page left unproved, by Idempotency-Key. */
export function useOrphanedCreations(): PersistentRecords<PendingCreation> {
  return useSyncExternalStore(records.subscribe, orphanedCreations);
}

let orphaned: {
  readonly of: PersistentRecords<PendingCreation>;
  readonly creations: PersistentRecords<PendingCreation>;
} | null = null;

/** The same object until the records change. */
function orphanedCreations(): PersistentRecords<PendingCreation> {
  const all = records.all();
  if (orphaned?.of !== all) {
    const others = Object.entries(all).filter(([key]) => !shownHere.has(key));
    orphaned = { of: all, creations: Object.fromEntries(others) };
  }
  return orphaned.creations;
}

/** A digest that tells whether two references are the same text without holding them. */
export async function digestOf(reference: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(reference.normalize()));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function readCreation(stored: unknown): PendingCreation | null {
  if (!isWireObject(stored)) return null;
  const { kind, idempotencyKey, since, before, reference, ownReference, cartId, offer, eligibilityItem } =
    stored;
  if (typeof idempotencyKey !== 'string' || typeof since !== 'number' || typeof reference !== 'string')
    return null;
  if (!isUnknownArray(before) || !before.every((id) => typeof id === 'string')) return null;
  const creation = { idempotencyKey, since, before, reference };
  if (kind === 'cart' && typeof ownReference === 'string') return { ...creation, kind, ownReference };
  if (kind !== 'line' || typeof cartId !== 'string') return null;
  if (typeof offer !== 'string' || typeof eligibilityItem !== 'string') return null;
  return { ...creation, kind, cartId, offer, eligibilityItem };
}

/** The records of an older version in localStorage; it called the key the id of an attempt. */
function olderCreations(): PersistentRecords<PendingCreation> {
  const creations = Object.entries(readOlder(OLD_KEYS.creations)).map(([key, creation]) =>
    readCreation(isWireObject(creation) ? { ...creation, idempotencyKey: key } : null),
  );
  return Object.fromEntries(
    creations.filter((creation) => creation !== null).map((creation) => [creation.idempotencyKey, creation]),
  );
}

function removeOlder(): void {
  removePreference(OLD_KEYS.creations);
  removePreference(OLD_KEYS.lateCarts);
}
