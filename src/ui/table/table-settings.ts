import { Observable } from '~/browser-storage/observable';
import { useSyncExternalStore } from 'react';
import { storePreference, readPreference } from '~/browser-storage/preferences';

export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** How a person wants a table: kept on this browser. */
export interface TableSettings {
  /** The columns that are shown, in their order. */
  readonly columns: readonly string[];
  /** Widths in pixels of the columns that were made wider or narrower. */
  readonly widths: Readonly<Record<string, number>>;
  readonly pinFirst: boolean;
  readonly density: Density;
}

/** The columns of a table, and the settings before a person changes them. */
export interface TableDefaults {
  readonly all: readonly string[];
  readonly shown: readonly string[];
}

export const MIN_COLUMN_WIDTH = 56;
const MAX_COLUMN_WIDTH = 800;

export function defaultSettings({ shown }: TableDefaults): TableSettings {
  return { columns: shown, widths: {}, pinFirst: false, density: 'comfortable' };
}

/** Reads settings from anywhere; whatever does not fit the table is left out, and a table always shows a column. */
export function toTableSettings(raw: unknown, defaults: TableDefaults): TableSettings {
  const usual = defaultSettings(defaults);
  if (typeof raw !== 'object' || raw === null) return usual;
  const { columns, widths, pinFirst, density }: Record<string, unknown> = { ...raw };
  const requested: unknown[] = Array.isArray(columns) ? columns : [];
  const ordered = defaults.all
    .filter((name) => requested.includes(name))
    .toSorted((a, b) => requested.indexOf(a) - requested.indexOf(b));
  return {
    columns: ordered.length > 0 ? ordered : usual.columns,
    widths: toWidths(widths, defaults.all),
    pinFirst: pinFirst === true,
    density: DENSITIES.find((known) => known === density) ?? usual.density,
  };
}

function toWidths(raw: unknown, all: readonly string[]): Record<string, number> {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(
    Object.entries(raw).flatMap(([name, width]: [string, unknown]) =>
      all.includes(name) && typeof width === 'number' && Number.isFinite(width)
        ? [[name, clampWidth(width)]]
        : [],
    ),
  );
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(Math.max(width, MIN_COLUMN_WIDTH), MAX_COLUMN_WIDTH));
}

/** Settings that live as long as the page and are kept on this browser under `key`. */
export function createSettingsStore(key: string, defaults: TableDefaults) {
  const settings = new Observable(toTableSettings(parse(readPreference(key)), defaults));
  return {
    defaults,
    get: settings.get,
    subscribe: settings.subscribe,
    set: (next: TableSettings): void => {
      storePreference(key, JSON.stringify(next));
      settings.set(next);
    },
  };
}

export type SettingsStore = ReturnType<typeof createSettingsStore>;

export function useTableSettings(store: SettingsStore): TableSettings {
  return useSyncExternalStore(store.subscribe, store.get);
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
