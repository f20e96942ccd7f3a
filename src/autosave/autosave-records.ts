import { parseLossless, stringifyLossless } from '~/contract/lossless-json';
import type { LineValues } from '~/contract/order-line';
import { isWireObject } from '~/contract/scalars';
import { encryptedBytes } from '~/browser-storage/older-records';
import { isFresh } from '~/autosave/storage/record-age';
import { textDatabase, writeTo } from '~/browser-storage/text-database';
import { encryptionKey } from '~/autosave/storage/encryption-key';
import { readLineValues } from './stored-line-values';
import { encrypt, decrypt } from '~/autosave/storage/encryption';

/** The edited object: a line, or the new line of a cart. */
export type AutosaveTarget = `line:${string}` | `new-line:${string}`;

/** The place of unsaved text. Each editor has its own record, so two tabs never overwrite each other. */
export interface UnsavedPlace {
  readonly object: string;
  readonly editor: string;
  /** The cart of the line; '' when that is not known. */
  readonly cartId: string;
  /** When it was typed, in milliseconds. */
  readonly at: number;
}

export interface UnsavedInput {
  /** What the changes are counted from, contacts with their origin, so that a merge is exact. */
  readonly base: LineValues;
  readonly mine: LineValues;
}

/** What a form held when its line was confirmed. */
export interface EndedInput extends UnsavedInput {
  /** Whether the disk has it, or the page alone. */
  readonly isStored: boolean;
}

/** In bytes: the usual size of a text. */
const TRIAL = 16 * 1024;

export interface AutosaveRecord extends UnsavedPlace, UnsavedInput {}

/**
 * Unsaved text on this computer, encrypted for the present person (`encryptionKey`). Other people's records are not read.
 * Every function rejects where storage is blocked or full.
 */
export const autosaveRecords = {
  /** Encrypting takes a moment: `isNewest` tells whether the record is still the newest. */
  async keep(
    { object, editor, cartId, at, base, mine }: AutosaveRecord,
    isNewest: () => boolean,
  ): Promise<void> {
    const { person, key } = await encryptionKey();
    const id = { person, object, editor };
    const encrypted = await encrypt(key, labelOf(id), stringifyLossless({ base, mine }));
    if (isNewest()) await writeTo('edits', (store) => [store.put({ ...id, cartId, at, encrypted })]);
  },

  /** Writes a text and deletes it in one transaction, so that nothing is left behind. */
  tryDisk(): Promise<void> {
    const id = { person: '', object: '', editor: '' };
    // Random, as encrypted text is: browsers compress what they store.
    const encrypted = crypto.getRandomValues(new Uint8Array(TRIAL));
    return writeTo('edits', (store) => [store.put({ ...id, encrypted }), store.delete(Object.values(id))]);
  },

  async remove(object: string, editor: string): Promise<void> {
    const { person } = await encryptionKey();
    await writeTo('edits', (store) => [store.delete([person, object, editor])]);
  },

  /** The person's texts of one object, newest first. */
  ofObject: (object: string): Promise<AutosaveRecord[]> => editsWithin([object]),

  /** Where the person has text, newest first. */
  places: (): Promise<UnsavedPlace[]> => editsWithin([]),
};

/** The records below the person and `path`, newest first, without those that the key cannot decrypt. */
async function editsWithin(path: readonly string[]): Promise<AutosaveRecord[]> {
  const { person, key } = await encryptionKey();
  const within = IDBKeyRange.bound([person, ...path], [person, ...path, []]);
  const raw: unknown[] = await (await textDatabase()).getAll('edits', within);
  const records = raw.map(toRecord).filter((record) => record !== null);
  const edits = await Promise.all(records.map((record) => open(record, key)));
  return edits.filter((edit) => edit !== null).toSorted((a, b) => b.at - a.at);
}

interface StoredRecord extends UnsavedPlace {
  readonly person: string;
  readonly encrypted: ArrayBuffer;
}

/** null for data that is no record. */
function toRecord(raw: unknown): StoredRecord | null {
  if (!isWireObject(raw)) return null;
  const { person, object, editor, cartId, at } = raw;
  const encrypted = encryptedBytes(raw);
  if (typeof person !== 'string' || typeof object !== 'string' || typeof editor !== 'string') return null;
  if (typeof at !== 'number' || encrypted === null) return null;
  return { person, object, editor, cartId: typeof cartId === 'string' ? cartId : '', at, encrypted };
}

async function open(record: StoredRecord, key: CryptoKey): Promise<AutosaveRecord | null> {
  if (!(await isFresh(record.at))) return null;
  const text = await decrypt(key, labelOf(record), record.encrypted);
  if (text === null) return null;
  const content = parseLossless(text);
  const { base, mine } = isWireObject(content) ? content : {};
  const { object, editor, cartId, at } = record;
  return { object, editor, cartId, at, base: readLineValues(base), mine: readLineValues(mine) };
}

function labelOf({ person, object, editor }: Pick<StoredRecord, 'person' | 'object' | 'editor'>): string {
  return JSON.stringify([person, object, editor]);
}
