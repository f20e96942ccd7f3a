import { useSyncExternalStore } from 'react';
import { isWireObject, isUnknownArray } from '~/contract/scalars';
import { keepRecords, type Records } from './kept-records';

interface Creation {
  readonly attemptId: string;
  /** When it was sent, in milliseconds. */
  readonly since: number;
  /** What was there before: none of these is the new one. */
  readonly before: readonly string[];
  /** A digest of the reference by which the new one is known; no name of anybody is kept. */
  readonly reference: string;
}

/**
 * A creation that was sent and whose end is not proved yet, with what it takes to find what it made: for a cart the
 * reference itself where it is the desk's own, for a line its cart and its offer.
 */
export type PendingCreation = PendingCart | PendingLine;

export interface PendingCart extends Creation {
  readonly kind: 'cart';
  /** '' for a person's. */
  readonly ownReference: string;
}

export interface PendingLine extends Creation {
  readonly kind: 'line';
  readonly cartId: string;
  readonly offer: string;
  readonly eligibilityItem: string;
}

/** By attempt id. */
const records = keepRecords('orderdesk.creations', isPending);
/** Those that this page is busy with: the screen that sent them tells how they go. */
const ours = new Set<string>();

/** To be called before a creation leaves. */
export function beginCreation(creation: PendingCreation): void {
  ours.add(creation.attemptId);
  records.set(creation.attemptId, creation);
}

/** To be called when it is proved what became of it, or when a person has seen what could be found out. */
export function endCreation(attemptId: string): void {
  records.remove(attemptId);
  ours.delete(attemptId);
}

/** The same for who sent it: what was left to be shown as any page's is not this one's to end any more. */
export function endOwnCreation(attemptId: string): void {
  if (ours.has(attemptId)) endCreation(attemptId);
}

/** To be called when the screen that sent them goes: what becomes of them is then shown as any page's. */
export function leaveCreations(kind: PendingCreation['kind']): void {
  for (const attemptId of ours) if (records.all()[attemptId]?.kind === kind) leaveCreation(attemptId);
}

/** To be called when this page gives up: what can still be found out is then shown as any page's. */
export function leaveCreation(attemptId: string): void {
  const creation = records.all()[attemptId];
  ours.delete(attemptId);
  if (creation) records.set(attemptId, creation);
}

/** Creations that a page before this one left unproved, by attempt id. */
export function useLeftCreations(): Records<PendingCreation> {
  return useSyncExternalStore(records.subscribe, leftCreations);
}

let left: { readonly of: Records<PendingCreation>; readonly creations: Records<PendingCreation> } | null =
  null;

function leftCreations(): Records<PendingCreation> {
  const all = records.all();
  if (left?.of !== all) {
    const others = Object.entries(all).filter(([attemptId]) => !ours.has(attemptId));
    left = { of: all, creations: Object.fromEntries(others) };
  }
  return left.creations;
}

/** A digest that tells whether two references are the same, and not what they are. */
export async function digestOf(reference: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(reference));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function isPending(kept: unknown): kept is PendingCreation {
  if (!isWireObject(kept)) return false;
  const { kind, attemptId, since, before, reference } = kept;
  const isCreation =
    typeof attemptId === 'string' &&
    typeof since === 'number' &&
    isUnknownArray(before) &&
    before.every((id) => typeof id === 'string') &&
    typeof reference === 'string';
  if (!isCreation) return false;
  if (kind === 'cart') return typeof kept['ownReference'] === 'string';
  return (
    kind === 'line' &&
    [kept['cartId'], kept['offer'], kept['eligibilityItem']].every((text) => typeof text === 'string')
  );
}
