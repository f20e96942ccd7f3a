import { describe, expect, it } from 'vitest';
import { ApiError } from '~/api/transport/api-error';
import { emptyLineValues } from '~/contract/order-line';
import { missingToCreate } from '~/domain/lines/confirmation-readiness';
import { toServerErrors } from './server-errors';

const TODAY = '2026-03-02';
const submitted = { ...emptyLineValues(), vlan_reference: 'x', note: 'n' };

const refused = (field: string) =>
  new ApiError({
    kind: 'invalid',
    effect: 'none',
    fields: [{ path: [field], message: 'A valid number is required.' }],
  });

describe('what the API refused', () => {
  it('names the rule that its value breaks', () => {
    const outcome = { kind: 'failed', error: refused('vlan_reference') } as const;
    expect(toServerErrors(outcome, submitted, TODAY)).toMatchObject({
      by: 'api',
      errors: [{ key: 'vlan_reference', message: 'A valid number is required.', issue: { code: 'vlan' } }],
      of: submitted,
    });
  });

  it('has the words of the API alone where we know no rule', () => {
    const outcome = { kind: 'failed', error: refused('note') } as const;
    expect(toServerErrors(outcome, submitted, TODAY)?.errors).toEqual([
      { path: ['note'], key: 'note', message: 'A valid number is required.' },
    ]);
  });

  it('has no field where the API names none', () => {
    const error = new ApiError({ kind: 'fault', effect: 'none' });
    expect(toServerErrors({ kind: 'failed', error }, submitted, TODAY)).toBeNull();
  });
});

it('a missing field is needed to save', () => {
  const outcome = { kind: 'incomplete', missing: missingToCreate(submitted) } as const;
  expect(toServerErrors(outcome, submitted, TODAY)).toMatchObject({
    by: 'desk',
    errors: [
      { key: 'product_offering_id', issue: { code: 'required' } },
      { key: 'product_offering_qualification_item_id', issue: { code: 'required' } },
    ],
  });
});
