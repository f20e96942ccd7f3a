import type { Claim, Count, Lifetime, Quota, StateEntry } from './state-store';

/** An entry as it is written down; `until` is a time of the table's clock. */
export interface StoredEntry {
  readonly value: string;
  readonly until: number;
  readonly quota: string | null;
}

/** The change of a key: its new entry, or null when it was removed. */
export type Change = readonly [key: string, entry: StoredEntry | null];

const SWEEP_EVERY_MS = 60_000;

/**
 * The entries of a store in memory. `onChange` gets every change with the entry before it. So the change can be written
 * down, and undone where that fails. `now` is a clock in ms that never goes back.
 */
export class StateTable {
  readonly #now: () => number;
  readonly #onChange: (change: Change, before: StoredEntry | null) => void;
  readonly #entries = new Map<string, StoredEntry>();
  readonly #quotas = new Map<string, Set<string>>();
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(
    now: () => number,
    onChange: (change: Change, before: StoredEntry | null) => void = () => undefined,
  ) {
    this.#now = now;
    this.#onChange = onChange;
  }

  get(key: string): StateEntry | null {
    const entry = this.#entries.get(key);
    const leftMs = entry ? entry.until - this.#now() : 0;
    return entry && leftMs > 0 ? { value: entry.value, leftMs } : null;
  }

  claim(key: string, value: string, { ttlMs, quota }: Lifetime): Claim {
    const present = this.get(key);
    if (present) return { kind: 'taken', ...present };
    const leftMs = quota ? this.#overQuota(quota) : 0;
    if (leftMs > 0) return { kind: 'over_quota', leftMs };
    this.#change(key, { value, until: this.#now() + ttlMs, quota: quota?.name ?? null });
    return { kind: 'claimed' };
  }

  replace(key: string, expected: string, value: string, ttlMs?: number): boolean {
    const entry = this.#entries.get(key);
    if (!entry || this.get(key)?.value !== expected) return false;
    this.#change(key, { ...entry, value, until: ttlMs === undefined ? entry.until : this.#now() + ttlMs });
    return true;
  }

  remove(key: string, expected?: string): boolean {
    const present = this.get(key);
    if (!present || (expected !== undefined && present.value !== expected)) return false;
    this.#change(key, null);
    return true;
  }

  increment(key: string, { ttlMs, quota }: Lifetime): Count {
    const present = this.get(key);
    const count = Number(present?.value ?? 0) + 1;
    if (present) {
      this.replace(key, present.value, String(count));
      return { count, leftMs: present.leftMs };
    }
    const leftMs = quota ? this.#overQuota(quota) : 0;
    if (leftMs > 0) return { count: Number.POSITIVE_INFINITY, leftMs };
    this.#change(key, { value: String(count), until: this.#now() + ttlMs, quota: quota?.name ?? null });
    return { count, leftMs: ttlMs };
  }

  /** Restores an entry from disk, or takes one back, without a call of `onChange`. */
  restore(key: string, entry: StoredEntry | null): void {
    const before = this.#entries.get(key);
    if (before?.quota) this.#quotas.get(before.quota)?.delete(key);
    if (!entry) {
      this.#entries.delete(key);
      return;
    }
    this.#entries.set(key, entry);
    if (entry.quota === null) return;
    const keys = this.#quotas.get(entry.quota) ?? new Set();
    this.#quotas.set(entry.quota, keys.add(key));
  }

  /** Every entry that has not expired. */
  *live(): Generator<Change> {
    for (const change of this.#entries) if (change[1].until > this.#now()) yield change;
  }

  #change(key: string, entry: StoredEntry | null): void {
    const now = this.#now();
    if (now - this.#sweptAt >= SWEEP_EVERY_MS) {
      this.#sweptAt = now;
      for (const [old, { until }] of this.#entries) if (until <= now) this.restore(old, null);
      for (const [name, keys] of this.#quotas) if (keys.size === 0) this.#quotas.delete(name);
    }
    const before = this.#entries.get(key) ?? null;
    this.restore(key, entry);
    this.#onChange([key, entry], before);
  }

  /** How long until an owner with too many entries may have another; 0 for now. */
  #overQuota({ name, most }: Quota): number {
    const keys = this.#quotas.get(name);
    if (!keys || keys.size < most) return 0;
    const now = this.#now();
    const untils = [...keys].map((key) => [key, this.#entries.get(key)?.until ?? 0] as const);
    for (const [key, until] of untils) if (until <= now) this.restore(key, null);
    return keys.size < most ? 0 : Math.min(...untils.map(([, until]) => until)) - now;
  }
}
