import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES, unknownSettings } from './setting-names';

describe('the settings', () => {
  it('equal the table of DEPLOY.md', () => {
    const table = readFileSync('DEPLOY.md', 'utf8').split('## Every setting')[1] ?? '';
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
    );
    expect(named.toSorted(compare)).toEqual([...SETTING_NAMES].toSorted(compare));
  });

  it('differ from unknown names', () => {
    expect(
      unknownSettings({ OIDC_ALOW: '', ORDER_API_UR: '', PATH: '', SESSIONS: '', SIGN_IN_WITH: '' }),
    ).toEqual(['OIDC_ALOW', 'ORDER_API_UR', 'SIGN_IN_WITH']);
  });
});

function compare(one: string | undefined, other: string | undefined): number {
  return (one ?? '').localeCompare(other ?? '');
}
