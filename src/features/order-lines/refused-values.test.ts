import { describe, expect, it } from 'vitest';
import { english } from '~/i18n/whole-catalogues';
import { missingValues, refusedByApi } from './refused-values';

describe('what the API refused', () => {
  const vlan = { key: 'vlan_reference', code: 'vlan', severity: 'error' } as const;
  const words = { path: ['vlan_reference'], message: 'A valid number is required.' };

  it('is said in our words where we know what is wrong with the value, beside the API', () => {
    expect(refusedByApi([words], [vlan], english).values).toEqual([
      { path: ['vlan_reference'], message: 'A whole number from 1 to 4094', said: words.message },
    ]);
  });

  it('is said in its own words where we know of nothing, or of a doubt only', () => {
    const doubt = { ...vlan, severity: 'warning' } as const;
    for (const issues of [[], [doubt], [{ ...vlan, key: 'enni' }]])
      expect(refusedByApi([words], issues, english).values).toEqual([words]);
  });
});

it('what every line needs is said to be needed to save', () => {
  const missing = { key: 'product_offering_id', code: 'required', severity: 'error' } as const;
  expect(missingValues([missing], english)).toEqual({
    by: 'desk',
    values: [{ path: ['product_offering_id'], message: 'Needed to save' }],
  });
});
