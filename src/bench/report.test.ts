import { describe, expect, it } from 'vitest';
import type { Measured } from './metrics';
import { reportRows, toMarkdown, type ReportRow } from './report';

const rowOf = (
  name: ReportRow['name'],
  app: readonly Measured[],
  limit: readonly Measured[],
  bare: readonly Measured[] = [],
) => reportRows({ app, bare, limit }).find((row) => row.name === name);

describe('the report', () => {
  it('judges a time by its ratio to the hand-written page', () => {
    expect(rowOf('cold', [{ cold: 150 }], [{ cold: 100 }])).toMatchObject({ ratio: 1.5, verdict: 'reached' });
    expect(rowOf('cold', [{ cold: 220 }], [{ cold: 100 }])?.verdict).toBe('within budget');
    expect(rowOf('cold', [{ cold: 230 }], [{ cold: 100 }])?.verdict).toBe('over');
  });

  it('judges a CPU time by its ratio to the bare app', () => {
    const ofWarm = (app: number) => rowOf('warmBusy', [{ warmBusy: app }], [], [{ warmBusy: 100 }]);
    expect(ofWarm(140)).toMatchObject({ ratioToBare: 1.4, verdict: 'within budget' });
    expect(ofWarm(150)?.verdict).toBe('over');
  });

  it('judges bytes without the hand-written page', () => {
    const row = rowOf('javascript', [{ javascript: 99 }], [{ javascript: 1 }]);
    expect(row).toMatchObject({ ratio: 99, verdict: 'reached' });
  });

  it('calls an interaction above the ceiling over', () => {
    expect(rowOf('slowest', [{ slowest: 120 }], [{ slowest: 120 }])?.verdict).toBe('over');
  });

  it('takes the median of the rounds with a value', () => {
    const row = rowOf('warm', [{ warm: 1 }, {}, { warm: 3 }, { warm: 20 }], [{ warm: 3 }]);
    expect(row?.app.median).toBe(3);
  });

  it('marks a missing measurement as over', () => {
    const rows = reportRows({ app: [{}], bare: [], limit: [{ back: 1 }] });
    expect(rows.find((row) => row.name === 'back')?.verdict).toBe('over');
    expect(toMarkdown(rows)).toContain(
      '| back → rows | not measured | not measured | – | 1.1x | 1.00 ms (1.00–1.00) |',
    );
  });

  it('has no ratio to zero', () => {
    const row = rowOf('layoutShift', [{ layoutShift: 0 }], [{ layoutShift: 0 }]);
    expect(row).toMatchObject({ ratio: null, verdict: 'reached' });
  });

  it('accepts nothing above a limit of zero', () => {
    const rows = reportRows({ app: [{ layoutShift: 0.002 }], bare: [], limit: [{ layoutShift: 0 }] });
    expect(rows.find((row) => row.name === 'layoutShift')?.verdict).toBe('over');
    expect(toMarkdown(rows)).toContain(
      '| layout shift | 0.0020 (0.0020–0.0020) | not measured | – |  | 0 (0–0) | – | 0 | 0 | over |',
    );
  });

  it('has a row for each metric', () => {
    const rows = reportRows({ app: [], bare: [], limit: [] });
    expect(toMarkdown(rows).split('\n')).toHaveLength(rows.length + 2);
  });
});
