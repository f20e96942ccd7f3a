/*
 * The durable state of the gateway: it survives a restart, and all instances see it alike. Every value is a short text
 * and expires. Two backends stand behind this interface: a data folder and Redis.
 */

/** The entry of a key. */
export interface StateEntry {
  readonly value: string;
  /** Until it expires, in ms. A restart never shortens the time left at the last write. */
  readonly leftMs: number;
}

/** Limits how many entries one owner has at a time, so that no person fills the store for the others. */
export interface Quota {
  /** A family and an owner, such as `ticket:7f3a`: entries that share the name count together. */
  readonly name: string;
  readonly most: number;
}

export type Claim =
  | { readonly kind: 'claimed' }
  /** The key was there before. */
  | ({ readonly kind: 'taken' } & StateEntry)
  /** The owner has too many entries; the first of them expires in `leftMs`. */
  | { readonly kind: 'over_quota'; readonly leftMs: number };

export interface Lifetime {
  readonly ttlMs: number;
  readonly quota?: Quota;
}

/**
 * The store. A change is durable when its promise resolves: on disk, or acknowledged by the server. Every method
 * rejects with a StateUnavailableError when the store is out of reach. Then the outcome of the operation is unknown.
 */
export interface StateStore {
  /** Names the life of the store: it changes only when the state was lost. Ids made for another epoch mean nothing here. */
  readonly epoch: string;
  /** The store's clock, in ms since 1970. It never goes back within a process, nor behind the last written time. */
  readonly now: () => number;
  readonly get: (key: string) => Promise<StateEntry | null>;
  /** Sets a key that is absent, and gives the present entry otherwise. */
  readonly claim: (key: string, value: string, lifetime: Lifetime) => Promise<Claim>;
  /** Sets a key that holds `expected`; without a `ttlMs` it keeps its end. False when it holds anything else. */
  readonly replace: (key: string, expected: string, value: string, ttlMs?: number) => Promise<boolean>;
  /** Removes a key that holds `expected`, or any value without it. False when there was nothing to remove. */
  readonly remove: (key: string, expected?: string) => Promise<boolean>;
  /** Adds one to a count that begins at 0 and ends `ttlMs` after its first; gives the count. */
  readonly increment: (key: string, lifetime: Lifetime) => Promise<Count>;
  readonly close: () => Promise<void>;
  /** Whether other instances use the store too. */
  readonly isShared: boolean;
}

export interface Count {
  /** Infinity when the owner has too many counts. */
  readonly count: number;
  readonly leftMs: number;
}

/** The store cannot be reached or written. Nothing that needs it may happen. */
export class StateUnavailableError extends Error {
  override name = 'StateUnavailableError';
}

/** Stands in a store of a new epoch while a request of an earlier epoch may still run. */
export const NEW_EPOCH_KEY = 'new-epoch';
