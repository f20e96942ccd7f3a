import { knownTime } from '~/api/session/server-time';
import { PersonalText } from '~/autosave/storage/personal-text';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';
import { within } from '~/browser-storage/within';
import { isWireObject, type WireObject } from '~/contract/scalars';
import {
  headerKey,
  MOST_HEADER_ROWS,
  type ImportColumn,
  type RememberedHeaders,
} from '~/domain/import/match-columns';
import type { Sheet, SheetRow } from '~/domain/import/sheet';

/** In milliseconds. */
const LIFE = 30 * 24 * 60 * 60 * 1000;

interface StoredHeader {
  readonly field: string | null;
  readonly at: number;
}

/** What was chosen for sheets before: the field of each header, and the rows that were the row of headers. */
interface HeaderMemory {
  readonly columns: Readonly<Record<string, StoredHeader>>;
  readonly headerRows: Readonly<Record<string, number>>;
}

const stored = new PersonalText(STORAGE_KEYS.importHeaders);

/** The choices of the last 30 days; none where storage refuses or does not answer. */
export async function readHeaderMemory(): Promise<HeaderMemory> {
  await within(stored.ready()).catch(() => undefined);
  return parseMemory(stored.read(), knownTime() - LIFE);
}

/** The fields by header, as `matchColumns` takes them. */
export function rememberedFields({ columns }: HeaderMemory): RememberedHeaders {
  return new Map(Object.entries(columns).map(([key, { field }]) => [key, field]));
}

/** The index of a row that was a row of headers before; -1 when none of the first rows was. */
export function rememberedHeaderRow({ rows }: Sheet, { headerRows }: HeaderMemory): number {
  return rows.slice(0, MOST_HEADER_ROWS).findIndex((row) => Object.hasOwn(headerRows, signature(row)));
}

/** Stores what a person has chosen for a sheet, encrypted for them. */
export async function rememberHeaders(
  sheet: Sheet,
  headerRow: number,
  columns: readonly ImportColumn[],
): Promise<void> {
  const before = await readHeaderMemory();
  if (!stored.isReady) return;
  const at = knownTime();
  const row = sheet.rows[headerRow];
  const chosen = columns
    .filter(({ header }) => header !== '')
    .map(({ header, field }) => [headerKey(header), { field, at }] as const);
  const memory: HeaderMemory = {
    columns: { ...before.columns, ...Object.fromEntries(chosen) },
    headerRows: { ...before.headerRows, ...(row ? { [signature(row)]: at } : {}) },
  };
  stored.write(JSON.stringify(memory));
}

function signature({ cells }: SheetRow): string {
  return cells.map(({ text }) => headerKey(text)).join('|');
}

function parseMemory(text: string | null, since: number): HeaderMemory {
  const raw = parsed(text);
  const columns: Record<string, StoredHeader> = {};
  for (const [key, entry] of Object.entries(objectIn(raw, 'columns'))) {
    if (!isWireObject(entry)) continue;
    const { field, at } = entry;
    if (typeof at === 'number' && at >= since && (typeof field === 'string' || field === null))
      columns[key] = { field, at };
  }
  const headerRows: Record<string, number> = {};
  for (const [key, at] of Object.entries(objectIn(raw, 'headerRows')))
    if (typeof at === 'number' && at >= since) headerRows[key] = at;
  return { columns, headerRows };
}

function objectIn(raw: unknown, name: string): WireObject {
  const entries = isWireObject(raw) ? raw[name] : null;
  return isWireObject(entries) ? entries : {};
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
