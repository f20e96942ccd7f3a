import { describe, expect, it } from 'vitest';
import type { Measured } from './metrics';
import { reportRows, toMarkdown, type ReportRow } from './report';

const rowOf = (name: ReportRow['name'], app: readonly Measured[], limit: readonly Measured[]) =>
  reportRows({ app, limit }).find((row) => row.name === name);

describe('the report', () => {
  it('judges a time by its ratio to the hand-written page', () => {
    expect(rowOf('cold', [{ cold: 150 }], [{ cold: 100 }])).toMatchObject({ ratio: 1.5, verdict: 'reached' });
    expect(rowOf('cold', [{ cold: 220 }], [{ cold: 100 }])?.verdict).toBe('within budget');
    expect(rowOf('cold', [{ cold: 230 }], [{ cold: 100 }])?.verdict).toBe('over');
  });

  it('judges bytes by themselves, however few the hand-written page has', () => {
    const row = rowOf('javascript', [{ javascript: 99 }], [{ javascript: 1 }]);
    expect(row).toMatchObject({ ratio: 99, verdict: 'reached' });
  });

  it('calls an interaction above the ceiling over, however slow the hand-written page is', () => {
    expect(rowOf('slowest', [{ slowest: 120 }], [{ slowest: 120 }])?.verdict).toBe('over');
  });

  it('takes the median of the rounds and leaves out those without the value', () => {
    const row = rowOf('warm', [{ warm: 1 }, {}, { warm: 3 }, { warm: 20 }], [{ warm: 3 }]);
    expect(row?.app.median).toBe(3);
  });

  it('calls what was never measured over, and says so in its table', () => {
    const rows = reportRows({ app: [{}], limit: [{ back: 1 }] });
    expect(rows.find((row) => row.name === 'back')?.verdict).toBe('over');
    expect(toMarkdown(rows)).toContain('| back → rows | not measured | 1.00 ms (1.00–1.00) |');
  });

  it('gives no ratio to nothing', () => {
    const row = rowOf('layoutShift', [{ layoutShift: 0 }], [{ layoutShift: 0 }]);
    expect(row).toMatchObject({ ratio: null, verdict: 'reached' });
  });

  it('lets nothing pass for none at all, however little it is', () => {
    const rows = reportRows({ app: [{ layoutShift: 0.002 }], limit: [{ layoutShift: 0 }] });
    expect(rows.find((row) => row.name === 'layoutShift')?.verdict).toBe('over');
    expect(toMarkdown(rows)).toContain(
      '| layout shift | 0.0020 (0.0020–0.0020) | 0 (0–0) | – | 0 | 0 | over |',
    );
  });

  it('has a line for each metric under its head', () => {
    const rows = reportRows({ app: [], limit: [] });
    expect(toMarkdown(rows).split('\n')).toHaveLength(rows.length + 2);
  });
});
