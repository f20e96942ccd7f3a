import {
  deleteBatches,
  readHeads,
  readRows,
  writeBatch,
  type StoredHead,
} from '~/browser-storage/batch-database';
import { parseLossless, stringifyLossless } from '~/contract/lossless-json';
import type { WireObject } from '~/contract/scalars';
import { serverTime } from '~/api/session/server-time';
import { decrypt, encrypt } from '~/autosave/storage/encryption';
import { encryptionKey, presentPerson } from '~/autosave/storage/encryption-key';

const LIFE = 30 * 24 * 60 * 60 * 1000;

/** A head and rows as they are to be stored, in plain JSON. */
export interface BatchContent {
  readonly at: number;
  readonly head?: WireObject;
  /** By their place in the batch. */
  readonly rows: readonly (readonly [index: number, row: WireObject])[];
}

/**
 * The journals of the present person's batches, encrypted for them and stored for 30 days. Other people's are not read.
 * Every function rejects where storage is blocked or full, or no person is known.
 */
export const batchRecords = {
  /** Writes parts of a batch. Resolves when they are on the disk. */
  async write(id: string, { at, head, rows }: BatchContent): Promise<void> {
    const { person, key } = await encryptionKey();
    const encryptPart = (label: string, part: WireObject) => encrypt(key, label, stringifyLossless(part));
    const [encrypted, encryptedRows] = await Promise.all([
      head ? encryptPart(headLabel(person, id), head) : null,
      Promise.all(
        rows.map(async ([index, row]) => [index, await encryptPart(rowLabel(person, id), row)] as const),
      ),
    ]);
    await writeBatch(person, id, {
      ...(encrypted ? { head: { person, id, at, encrypted } } : {}),
      rows: encryptedRows,
    });
  },

  /** A batch; null without one. A row that cannot be decrypted is undefined. */
  async read(id: string): Promise<{ readonly head: unknown; readonly rows: readonly unknown[] } | null> {
    const { person, key } = await encryptionKey();
    const head = (await readHeads(person)).find((stored) => stored.id === id);
    if (!head || !(await isFresh(head))) return null;
    const rows = await readRows(person, id);
    return {
      head: await open(key, headLabel(person, id), head.encrypted),
      rows: await Promise.all(rows.map((row) => open(key, rowLabel(person, id), row))),
    };
  },

  /** The ids of all batches, the newest first. Deletes those that are over 30 days old. */
  async ids(): Promise<readonly string[]> {
    const person = await presentPerson();
    const now = await serverTime().catch(() => null);
    if (now !== null) await deleteBatches(person, ({ at }) => at < now - LIFE);
    const heads = await readHeads(person);
    return heads.toSorted((a, b) => b.at - a.at).map(({ id }) => id);
  },

  /** Deletes all batches of the person. */
  async wipe(): Promise<void> {
    const person = await presentPerson();
    await deleteBatches(person, () => true);
  },
};

/** Without the gateway's time a batch may still be shown. */
async function isFresh({ at }: StoredHead): Promise<boolean> {
  const now = await serverTime().catch(() => null);
  return now === null || at >= now - LIFE;
}

async function open(key: CryptoKey, label: string, encrypted: ArrayBuffer): Promise<unknown> {
  const text = await decrypt(key, label, encrypted);
  return text === null ? undefined : parseLossless(text);
}

function headLabel(person: string, id: string): string {
  return JSON.stringify(['batch', person, id]);
}

function rowLabel(person: string, id: string): string {
  return JSON.stringify(['batch-row', person, id]);
}
