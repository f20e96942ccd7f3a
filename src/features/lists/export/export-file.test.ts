import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AllRows } from '~/api/read/all-rows';
import { makeFile, MOST_SHEET_ROWS, rowsAtHand, type ExportOrder, type ExportSource } from './export-file';

interface Named {
  readonly name: string;
}

const ROWS: Named[] = [{ name: 'Noël' }, { name: '=1+1' }];

function orderOf(source: ExportSource<Named>, changes: Partial<ExportOrder<Named>> = {}): ExportOrder<Named> {
  return {
    source,
    columns: [{ key: 'name', header: 'Nom', text: ({ name }) => name }],
    format: 'csv',
    separator: ';',
    name: 'lignes',
    unreadable: (id) => `Illisible ${id}`,
    ...changes,
  };
}

/** A list that is read as `all`, expected to have `total` rows. */
function listOf(all: Partial<AllRows<Named>>, total: number | null = null): ExportSource<Named> {
  return { total, rows: async () => ({ rows: [], totalAtStart: null, totalAtEnd: null, ...all }) };
}

const reading = (signal = new AbortController().signal) => ({
  signal,
  onProgress: () => undefined,
  onWriting: () => undefined,
});

afterEach(() => {
  vi.useRealTimers();
});

describe('an exported file', () => {
  it('is named after its content and the local day', async () => {
    vi.useFakeTimers({ now: new Date(2026, 10, 3, 23, 59), toFake: ['Date'] });
    expect(await makeFile(orderOf(rowsAtHand(ROWS)), reading())).toMatchObject({
      name: 'lignes-2026-11-03.csv',
    });
    expect(await makeFile(orderOf(rowsAtHand(ROWS), { format: 'xlsx' }), reading())).toMatchObject({
      name: 'lignes-2026-11-03.xlsx',
    });
  });

  it('holds the rows at hand in the chosen columns', async () => {
    const file = await makeFile(orderOf(rowsAtHand(ROWS)), reading());
    expect(await file.blob.text()).toBe("Nom\r\nNoël\r\n'=1+1");
    expect(file).toMatchObject({ rowCount: 2, otherCount: null, unreadableCount: 0, cutCount: 0 });
  });

  it('counts and names unreadable rows', async () => {
    const source = listOf({ rows: [{ ok: false, id: 'L-7', raw: null }] });
    const file = await makeFile(orderOf(source), reading());
    expect(file).toMatchObject({ rowCount: 1, unreadableCount: 1 });
    expect(await file.blob.text()).toBe('Nom\r\nIllisible L-7');
  });

  it.each([
    ['before', { totalAtStart: 1, totalAtEnd: 1 }, 5],
    ['at the start', { totalAtStart: 2, totalAtEnd: 1 }, 1],
    ['at the end', { totalAtStart: 1, totalAtEnd: 3 }, 1],
  ])('says so when another number of rows was counted %s', async (_, totals, before) => {
    const source = listOf({ rows: [{ ok: true, value: { name: 'A' } }], ...totals }, before);
    const { rowCount, otherCount } = await makeFile(orderOf(source), reading());
    expect(rowCount).toBe(1);
    expect(otherCount).toBeGreaterThan(1);
  });

  it('of a list without total counts its rows', async () => {
    const source = listOf({ rows: [{ ok: true, value: { name: 'A' } }] });
    expect(await makeFile(orderOf(source), reading())).toMatchObject({ rowCount: 1, otherCount: null });
  });

  it('of more rows than a sheet is a CSV', async () => {
    const row = { ok: true, value: { name: 'A' } } as const;
    const source = listOf({ rows: Array.from({ length: MOST_SHEET_ROWS + 1 }, () => row) });
    const file = await makeFile(orderOf(source, { format: 'xlsx' }), reading());
    expect(file).toMatchObject({ rowCount: MOST_SHEET_ROWS + 1, isCsvInstead: true });
    expect(file.name).toMatch(/\.csv$/);
  }, 30_000);

  it('is not made when reading fails', async () => {
    const failure = new Error('no answer');
    const source = { total: null, rows: () => Promise.reject(failure) };
    await expect(makeFile(orderOf(source), reading())).rejects.toBe(failure);
  });

  it('is not begun when the export was cancelled while reading', async () => {
    const controller = new AbortController();
    const onWriting = vi.fn<() => void>();
    const source: ExportSource<Named> = {
      total: null,
      rows: async () => {
        controller.abort();
        return { rows: [], totalAtStart: 0, totalAtEnd: 0 };
      },
    };
    const made = makeFile(orderOf(source), { ...reading(controller.signal), onWriting });
    await expect(made).rejects.toMatchObject({ name: 'AbortError' });
    expect(onWriting).not.toHaveBeenCalled();
  });

  it.each(['xlsx', 'csv'] as const)(
    'tells how far its writing is, and is cancelled then: %s',
    async (format) => {
      const controller = new AbortController();
      const rows = Array.from({ length: 5_000 }, (_, index) => ({ name: String(index) }));
      const told: number[] = [];
      const onWriting = ({ written, total }: { written: number; total: number }) => {
        told.push(written);
        if (written > total / 2) controller.abort();
      };
      const made = makeFile(orderOf(rowsAtHand(rows), { format }), {
        ...reading(controller.signal),
        onWriting,
      });
      await expect(made).rejects.toMatchObject({ name: 'AbortError' });
      expect(told[0]).toBe(0);
      expect(told.at(-1)).toBeGreaterThan(2_500);
      expect(told.at(-1)).toBeLessThan(3_000);
    },
  );
});
