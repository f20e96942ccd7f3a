import { forgetPerson } from '~/autosave/storage/record-age';
import { writeTo } from '~/browser-storage/text-database';
import { isProfile, presentPerson } from '~/autosave/storage/encryption-key';
import { PersonalText } from '~/autosave/storage/personal-text';
import { batchRecords } from '~/autosave/batches/batch-records';
import { autosaveRecords, type UnsavedPlace } from './autosave-records';
import { readRecords } from '~/browser-storage/record-database';
import { wipeRecords } from '~/browser-storage/durable-map';
import { within } from '~/browser-storage/within';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';
import { isWireObject, type WireObject } from '~/contract/scalars';
import { notifyAutosaveTabs } from '~/autosave/storage/autosave-tabs';

/** The data of one person in this browser. */
export interface LocalData {
  readonly texts: readonly UnsavedPlace[];
  /** The number of stored receipts. */
  readonly sent: number;
  readonly batches: number;
  readonly views: number;
  /** The number of sites and persons that are suggested. */
  readonly sites: number;
  /** The number of headers of spreadsheets whose field is known. */
  readonly headers: number;
  /** The number of lists with arranged columns. */
  readonly tables: number;
  /** The number of confirmations without a proved outcome. */
  readonly confirmations: number;
  /** Language, appearance and the like. */
  readonly choices: number;
  /** Whether all of it could be read. */
  readonly isWhole: boolean;
}

const PREFIX = 'orderdesk.';

/** What is stored for the present person, and the preferences of this browser, as far as storage answers in time. */
export async function readLocalData(): Promise<LocalData> {
  const names = storedNames();
  const tables = names.filter((name) => name.endsWith('.table'));
  const personal = [STORAGE_KEYS.book, STORAGE_KEYS.importHeaders];
  const others = names.filter(
    (name) => !tables.includes(name) && !isViews(name) && !personal.some((key) => name.startsWith(key)),
  );
  const [views, book, headers] = [
    countViews(names),
    readPersonal(STORAGE_KEYS.book),
    readPersonal(STORAGE_KEYS.importHeaders),
  ];
  const [texts, storedInRecords, batches, present] = await Promise.allSettled([
    within(autosaveRecords.places()),
    within(storedOrders()),
    within(batchRecords.ids()),
    within(presentPerson()),
  ]);
  const orders = valueOf(storedInRecords) ?? [];
  const person = valueOf(present);
  return {
    texts: valueOf(texts) ?? [],
    sent: orders.filter(({ receipt }) => isWireObject(receipt) && receipt['person'] === person).length,
    batches: valueOf(batches)?.length ?? 0,
    views: await views,
    sites: sizeOf({ book: await book }, 'book'),
    headers: sizeOf(await headers, 'columns'),
    tables: tables.length,
    confirmations: orders.filter(({ state }) => state === 'sending' || state === 'checking').length,
    choices: others.length,
    isWhole: [texts, storedInRecords, batches, present].every(({ status }) => status === 'fulfilled'),
  };
}

/**
 * Removes it, and the key of the profile. Other people's records stay: they are encrypted for them. Rejects when storage
 * refuses or does not answer, or the present person is not known.
 */
export async function wipeLocalData(): Promise<void> {
  const person = await within(presentPerson());
  const isOfOther = (name: string) => name.includes(':') && !name.endsWith(`:${person}`);
  for (const name of storedNames()) if (!isOfOther(name)) localStorage.removeItem(name);
  for (const store of ['edits', 'sent'] as const) await within(forgetPerson(store, person));
  await within(batchRecords.wipe());
  if (isProfile(person)) await within(writeTo('keys', (store) => [store.clear()]));
  await wipeRecords((record) => isOfOtherPerson(record, person));
  notifyAutosaveTabs({ kind: 'wiped' });
}

/** Whether a record of an order carries the receipt of another person. */
function isOfOtherPerson(record: unknown, person: string): boolean {
  const receipt = isWireObject(record) ? record['receipt'] : null;
  return isWireObject(receipt) && receipt['person'] !== person;
}

function valueOf<T>(result: PromiseSettledResult<T>): T | null {
  return result.status === 'fulfilled' ? result.value : null;
}

async function storedOrders(): Promise<readonly WireObject[]> {
  const records = await readRecords('orders');
  return records.map(([, record]) => record).filter(isWireObject);
}

/** Whether a name is one of saved views: plain or a person's, or views that could not be read. */
function isViews(name: string): boolean {
  return /\.views(\.aside)?(:|$)/.test(name);
}

async function countViews(names: readonly string[]): Promise<number> {
  const lists = new Set(names.filter(isViews).map((name) => name.replace(/(\.aside)?(:.*)?$/, '')));
  const counts = await Promise.all([...lists].map(async (name) => sizeOf(await readPersonal(name), 'views')));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** What is stored in JSON for the present person under a name; null where it cannot be read. */
async function readPersonal(name: string): Promise<unknown> {
  const text = new PersonalText(name);
  await within(text.ready()).catch(() => undefined);
  return parsed(text.read());
}

function storedNames(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** How many entries a list or a table under `name` has. */
function sizeOf(value: unknown, name: string): number {
  if (typeof value !== 'object' || value === null) return 0;
  const { [name]: entries }: Record<string, unknown> = { ...value };
  return typeof entries === 'object' && entries !== null ? Object.keys(entries).length : 0;
}
