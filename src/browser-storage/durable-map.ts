import { Listeners } from './observable';
import type { PersistentRecords } from './persistent-map';
import type { RecordStoreName } from './storage-keys';
import { within } from './within';

/*
 * Records in IndexedDB that survive a killed browser. Each tab has a copy in memory, so that a screen reads them at
 * once. A channel reports each change to the other tabs. Where storage refuses, a record lasts as long as the page.
 */

export interface DurableMap<T> {
  /** The records as this tab knows them; the same object until something changes. Empty before `ready`. */
  readonly all: () => PersistentRecords<T>;
  /** Resolves when the records are read, or after the limit of `within`. */
  readonly ready: () => Promise<void>;
  /** Stores a record. Gives whether it is on the disk, after the limit of `within` at the latest. */
  readonly set: (id: string, record: T) => Promise<boolean>;
  readonly remove: (id: string) => Promise<boolean>;
  /** A record as the disk has it, which may be an earlier one; null when it has none. */
  readonly onDisk: (id: string) => T | null;
  /** Calls back after each change, in this tab or another; gives the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

interface DurableMapOptions<T> {
  readonly store: RecordStoreName;
  /** Reads a stored value; null for any other value, or one that is too old. */
  readonly read: (stored: unknown) => T | null;
  /** The records that an older version left elsewhere, and the function that deletes them there. */
  readonly older?: { readonly records: () => PersistentRecords<T>; readonly remove: () => void };
}

const CHANNEL = 'orderdesk-records';
const WIPED = 'wiped';
const forgetAll = new Set<() => void>();

/** Loaded when it is first needed: the first rows of a list need no database. */
const database = () => import('./record-database');

export function createDurableMap<T>({ store, read, older }: DurableMapOptions<T>): DurableMap<T> {
  const listeners = new Listeners();
  let stored: PersistentRecords<T> = {};
  /** Changes that are not on the disk yet, or never came there; null for a deletion. */
  const unstored = new Map<string, T | null>();
  let current: PersistentRecords<T> = {};
  let loading: Promise<void> | null = null;
  let channel: BroadcastChannel | null = null;

  const show = () => {
    const records = Object.entries({ ...stored, ...Object.fromEntries(unstored) });
    current = Object.fromEntries(records.filter((entry): entry is [string, T] => entry[1] !== null));
    listeners.notify();
  };
  const load = async () => {
    const { readRecords } = await database();
    const entries = (await readRecords(store)).map(([id, record]) => [id, read(record)] as const);
    stored = Object.fromEntries(entries.filter((entry): entry is [string, T] => entry[1] !== null));
    show();
    await deleteOld(entries.filter(([, record]) => record === null).map(([id]) => id));
  };
  const deleteOld = async (ids: readonly string[]) => {
    const { writeRecord } = await database();
    for (const id of ids) await writeRecord(store, id, null);
  };
  const connect = () => {
    if (channel || !('indexedDB' in globalThis)) return;
    channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', ({ data }) => {
      if (data === store || data === WIPED) void load().catch(() => undefined);
    });
    // A tab of an older version still writes there.
    addEventListener('storage', () => void carryOver());
  };
  const carryOver = async () => {
    const left = Object.entries(older?.records() ?? {});
    const unknown = left.filter(([id]) => !(id in current));
    const areStored = await Promise.all(unknown.map(([id, record]) => change(id, record)));
    if (areStored.every(Boolean)) older?.remove();
  };
  const change = async (id: string, record: T | null): Promise<boolean> => {
    unstored.set(id, record);
    show();
    const write = async () => {
      const { writeRecord } = await database();
      await writeRecord(store, id, record);
      // A later change of the same record is not on the disk by this one.
      if (unstored.get(id) === record) unstored.delete(id);
      const { [id]: _, ...others } = stored;
      stored = record === null ? others : { ...others, [id]: record };
      show();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin only
      channel?.postMessage(store);
    };
    return within(write()).then(
      () => true,
      () => false,
    );
  };
  const ready = () => {
    connect();
    loading ??= within(load())
      .catch(() => undefined)
      .then(() => void carryOver());
    return loading;
  };
  forgetAll.add(() => {
    stored = {};
    unstored.clear();
    show();
  });

  return {
    all: () => current,
    ready,
    set: change,
    remove: (id) => change(id, null),
    onDisk: (id) => stored[id] ?? null,
    subscribe: (listener) => {
      void ready();
      return listeners.subscribe(listener);
    },
  };
}

/** Deletes the records of this browser, in every tab, but those to keep. Rejects when storage refuses. */
export async function wipeRecords(isToKeep: (record: unknown) => boolean): Promise<void> {
  const { clearRecords } = await database();
  await within(clearRecords(isToKeep));
  for (const forget of forgetAll) forget();
  const channel = new BroadcastChannel(CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin only
  channel.postMessage(WIPED);
  channel.close();
}
