import { writeTo } from './database';
import { keptEdits, type KeptPlace } from './kept-edits';
import { countSent } from './sent-carts';
import { tellTabs } from './tabs';

/** What this browser keeps for a person. */
export interface LocalData {
  readonly texts: readonly KeptPlace[];
  /** Carts of which it is kept what was sent. */
  readonly sent: number;
  readonly views: number;
  /** Lists whose columns were arranged. */
  readonly tables: number;
  /** Confirmations whose end is not proved yet. */
  readonly confirmations: number;
  /** Language, appearance and the like. */
  readonly choices: number;
}

const PREFIX = 'orderdesk.';
const CONFIRMATIONS = `${PREFIX}confirmations`;

export async function readLocalData(): Promise<LocalData> {
  const names = storedNames();
  const views = names.filter((name) => name.endsWith('.views'));
  const tables = names.filter((name) => name.endsWith('.table'));
  const others = names.filter(
    (name) => ![...views, ...tables, CONFIRMATIONS].includes(name) && !name.endsWith('.aside'),
  );
  return {
    texts: await keptEdits.places().catch(() => []),
    sent: await countSent().catch(() => 0),
    views: views.map((name) => sizeOf(storedIn(name), 'views')).reduce((sum, count) => sum + count, 0),
    tables: tables.length,
    confirmations: sizeOf({ pending: storedIn(CONFIRMATIONS) }, 'pending'),
    choices: others.length,
  };
}

/** Removes all of it, whoever it was kept for, and the key of the profile. Rejects when storage does not let it. */
export async function wipeLocalData(): Promise<void> {
  for (const name of storedNames()) localStorage.removeItem(name);
  for (const name of ['edits', 'sent', 'keys'] as const) await writeTo(name, (store) => store.clear());
  tellTabs({ kind: 'wiped' });
}

function storedNames(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function storedIn(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
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
