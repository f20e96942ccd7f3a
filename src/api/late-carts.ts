import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CartHeader } from '~/contract/cart';
import { isUnknownArray, isWireObject } from '~/contract/scalars';
import { keepRecords } from './kept-records';
import { digestOf } from './pending-creations';

/*
 * A creation of which nothing was found is called not done, and may be tried again. Should a cart appear under its reference
 * all the same, nobody has asked for two: the list tells of it. References are kept as digests, for seven days.
 */

interface Expected {
  /** When the creation was called not done, in milliseconds. */
  readonly since: number;
  /** Carts of this reference that somebody knows of. */
  readonly known: readonly string[];
  /** The cart that a later try has made; '' when there is none. */
  readonly twin: string;
}

const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;

/** By the digest of the reference. */
const records = keepRecords('orderdesk.late-carts', isExpected);

/** To be called when nothing was found of a creation; `before` are the carts that had its reference already. */
export function expectLateCart(digest: string, before: readonly string[]): void {
  const { known = [], twin = '' } = records.all()[digest] ?? {};
  records.set(digest, { since: Date.now(), known: [...known, ...before], twin });
}

/** To be called when a cart was created, and its creator knows of it. */
export function knowCreatedCart(digest: string, cartId: string): void {
  const expected = records.all()[digest];
  if (expected) records.set(digest, { ...expected, known: [...expected.known, cartId], twin: cartId });
}

/** A cart that appeared after its creation had been called not done. */
export interface LateCart {
  readonly cart: CartHeader;
  readonly since: Date;
  /** The cart that was made instead; '' when there is none. */
  readonly twin: string;
  /** A person has seen it: it is not told of any more. */
  readonly understand: () => void;
}

/** Those of the given carts; none until they are found. */
export function useLateCarts(carts: readonly CartHeader[]): readonly LateCart[] {
  const expected = useSyncExternalStore(records.subscribe, records.all);
  const [late, setLate] = useState<readonly LateCart[]>([]);
  useEffect(() => {
    let isWanted = true;
    const find = async () => {
      const found = await Promise.all(carts.map((cart) => lateCart(cart)));
      if (isWanted) setLate(found.filter((entry) => entry !== null));
    };
    // Almost nobody expects any.
    if (Object.keys(expected).length > 0) void find();
    return () => {
      isWanted = false;
    };
  }, [carts, expected]);
  return late;
}

async function lateCart(cart: CartHeader): Promise<LateCart | null> {
  const digest = await digestOf(cart.external_id);
  const expected = records.all()[digest];
  if (!expected || expected.known.includes(cart.id) || Date.now() - expected.since > KEPT_FOR) return null;
  const understand = () => records.set(digest, { ...expected, known: [...expected.known, cart.id] });
  return { cart, since: new Date(expected.since), twin: expected.twin, understand };
}

function isExpected(kept: unknown): kept is Expected {
  return (
    isWireObject(kept) &&
    typeof kept['since'] === 'number' &&
    typeof kept['twin'] === 'string' &&
    isUnknownArray(kept['known']) &&
    kept['known'].every((id) => typeof id === 'string')
  );
}
