import type { LineValues } from '~/contract/order-line';
import { isWireObject } from '~/contract/scalars';
import { isYoung, readFrom, writeTo } from './database';
import { draftKey } from './draft-key';
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
export const keptEdits = {
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

  /** The person's texts of one object, newest first. */
  ofObject: (object: string): Promise<KeptEdit[]> => editsWithin([object]),

  /** Where the person has text, newest first. */
  places: (): Promise<KeptPlace[]> => editsWithin([]),
};

/** The texts whose keys begin with the person and with `path`, newest first. What cannot be opened is not theirs. */
async function editsWithin(path: readonly string[]): Promise<KeptEdit[]> {
  const { person, key } = await draftKey();
  const within = IDBKeyRange.bound([person, ...path], [person, ...path, []]);
  const raw: unknown[] = await readFrom('edits', (store) => store.getAll(within));
  const records = raw.map(toRecord).filter((record) => record !== null);
  const edits = await Promise.all(records.map((record) => open(record, key)));
  return edits.filter((edit) => edit !== null).toSorted((a, b) => b.at - a.at);
}

interface KeptRecord extends KeptPlace {
  readonly person: string;
  readonly sealed: ArrayBuffer;
}

/** null for what is no record, or too old. */
function toRecord(raw: unknown): KeptRecord | null {
  if (!isWireObject(raw)) return null;
  const { person, object, editor, cartId, at, sealed } = raw;
  if (typeof person !== 'string' || typeof object !== 'string' || typeof editor !== 'string') return null;
  if (typeof at !== 'number' || !isYoung(at) || !(sealed instanceof ArrayBuffer)) return null;
  return { person, object, editor, cartId: typeof cartId === 'string' ? cartId : '', at, sealed };
}

async function open(record: KeptRecord, key: CryptoKey): Promise<KeptEdit | null> {
  const text = await unseal(key, labelOf(record), record.sealed);
  if (text === null) return null;
  const kept: unknown = JSON.parse(text);
  const { base, mine } = isWireObject(kept) ? kept : {};
  const { object, editor, cartId, at } = record;
  return { object, editor, cartId, at, base: readLineValues(base), mine: readLineValues(mine) };
}

function labelOf({ person, object, editor }: Pick<KeptRecord, 'person' | 'object' | 'editor'>): string {
  return JSON.stringify([person, object, editor]);
}
