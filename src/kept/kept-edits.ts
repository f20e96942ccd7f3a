import type { LineValues } from '~/contract/order-line';
import { isYoung, readFrom, writeTo } from './database';
import { draftKey, type DraftKey } from './draft-key';
import { readLineValues } from './line-values';
import { seal, unseal } from './sealing';

/** What is being edited, as far as keeping must know: a line, or the new line of a cart. */
export type KeptObject = `line:${string}` | `new-line:${string}`;

/** Where text was typed: each editor has a record of its own, so that two tabs never overwrite each other. */
export interface KeptPlace {
  readonly object: string;
  readonly editor: string;
  /** The cart of the line; '' when that is not known. */
  readonly cartId: string;
  /** When it was typed, in milliseconds. */
  readonly at: number;
}

export interface KeptText {
  /** What the changes are counted from, contacts with their origin, so that a merge is exact. */
  readonly base: LineValues;
  readonly mine: LineValues;
}

export interface KeptEdit extends KeptPlace, KeptText {}

/**
 * Text that was typed and is not saved, on this computer: sealed for the person that `draftKey` tells, whose records are
 * the only ones that are looked at. Every function rejects where storage is blocked or full.
 */
function createKeptEdits(draftKey: () => Promise<DraftKey>) {
  return {
    /** Sealing takes a moment: `isNewest` says whether nothing newer has come to be kept meanwhile. */
    async keep({ object, editor, cartId, at, base, mine }: KeptEdit, isNewest: () => boolean): Promise<void> {
      const { person, key } = await draftKey();
      const id = { person, object, editor };
      const sealed = await seal(key, labelOf(id), JSON.stringify({ base, mine }));
      if (isNewest()) await writeTo('edits', (store) => store.put({ ...id, cartId, at, sealed }));
    },

    async remove(object: string, editor: string): Promise<void> {
      const { person } = await draftKey();
      await writeTo('edits', (store) => store.delete([person, object, editor]));
    },

    /** The person's texts of one object, newest first. What cannot be opened is not theirs. */
    async ofObject(object: string): Promise<KeptEdit[]> {
      const { person, key } = await draftKey();
      const records = await recordsIn(IDBKeyRange.bound([person, object], [person, object, []]));
      const edits = await Promise.all(records.map((record) => open(record, key)));
      return edits.filter((edit) => edit !== null).toSorted((a, b) => b.at - a.at);
    },

    /** Where the person has text, newest first. */
    async places(): Promise<KeptPlace[]> {
      const { person, key } = await draftKey();
      const records = await recordsIn(IDBKeyRange.bound([person], [person, []]));
      const edits = await Promise.all(records.map((record) => open(record, key)));
      return edits.filter((edit) => edit !== null).toSorted((a, b) => b.at - a.at);
    },
  };
}

export const keptEdits = createKeptEdits(draftKey);

interface KeptRecord extends KeptPlace {
  readonly person: string;
  readonly sealed: ArrayBuffer;
}

async function recordsIn(range: IDBKeyRange): Promise<KeptRecord[]> {
  const raw: unknown[] = await readFrom('edits', (store) => store.getAll(range));
  return raw
    .map(toRecord)
    .filter((record) => record !== null)
    .filter(({ at }) => isYoung(at));
}

function toRecord(raw: unknown): KeptRecord | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { person, object, editor, cartId, at, sealed }: Record<string, unknown> = { ...raw };
  if (typeof person !== 'string' || typeof object !== 'string' || typeof editor !== 'string') return null;
  if (typeof at !== 'number' || !(sealed instanceof ArrayBuffer)) return null;
  return { person, object, editor, cartId: typeof cartId === 'string' ? cartId : '', at, sealed };
}

async function open(record: KeptRecord, key: CryptoKey): Promise<KeptEdit | null> {
  const text = await unseal(key, labelOf(record), record.sealed);
  if (text === null) return null;
  const { base, mine }: Record<string, unknown> = { ...toObject(text) };
  const { object, editor, cartId, at } = record;
  return { object, editor, cartId, at, base: readLineValues(base), mine: readLineValues(mine) };
}

function toObject(text: string): object {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? value : {};
}

function labelOf({ person, object, editor }: Pick<KeptRecord, 'person' | 'object' | 'editor'>): string {
  return JSON.stringify([person, object, editor]);
}
