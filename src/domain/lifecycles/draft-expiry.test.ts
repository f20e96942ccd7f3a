import { describe, expect, it } from 'vitest';
import { readOrderLine, readOrderLineSummary } from '~/contract/order-line';
import { draftExpiry } from './draft-expiry';

const draft = (wire: object) => readOrderLine({ id: 'L', state: 'created', ...wire });
const EXPIRES = draft({ expiration_date: '2025-07-09T12:00:00+02:00' });
const at = (now: string) => draftExpiry(EXPIRES, new Date(now));

describe('the expiry of a draft', () => {
  it.each([
    ['2025-04-10T12:00:00+02:00', 90, 'later'],
    ['2025-06-24T12:00:00+02:00', 15, 'later'],
    ['2025-06-24T12:00:01+02:00', 14, 'soon'],
    ['2025-06-25T12:00:00+02:00', 14, 'soon'],
    ['2025-07-08T12:00:00+02:00', 1, 'soon'],
    ['2025-07-08T12:00:01+02:00', 0, 'soon'],
    ['2025-07-09T12:00:00+02:00', 0, 'soon'],
    ['2025-07-09T12:00:01+02:00', -1, 'expired'],
    ['2025-08-01T12:00:00+02:00', -23, 'expired'],
  ])('seen at %s is %i days away: %s', (now, daysLeft, status) => {
    expect(at(now)).toEqual({ at: new Date('2025-07-09T10:00:00Z'), daysLeft, status });
  });

  it('does not depend on the offset of its date', () => {
    const utc = draft({ expiration_date: '2025-07-09T10:00:00Z' });
    const now = new Date('2025-07-08T00:00:00Z');
    expect(draftExpiry(utc, now)).toEqual(draftExpiry(EXPIRES, now));
  });

  it('is 90 days after creation where the API gives none', () => {
    const expiry = draftExpiry(
      draft({ creation_date: '2025-04-10T10:00:00Z' }),
      new Date('2025-04-10T10:00:00Z'),
    );
    expect(expiry).toEqual({ at: new Date('2025-07-09T10:00:00Z'), daysLeft: 90, status: 'later' });
  });

  it('is what the API says rather than what we compute', () => {
    const both = draft({ creation_date: '2025-04-10T10:00:00Z', expiration_date: '2025-05-01' });
    expect(draftExpiry(both, new Date('2025-04-30T00:00:00Z'))?.at).toEqual(
      new Date('2025-05-01T23:59:59.999'),
    );
  });

  it.each([
    ['2025-07-08T23:59:00', 1, 'soon'],
    ['2025-07-09T00:01:00', 0, 'soon'],
    ['2025-07-09T23:59:00', 0, 'soon'],
    ['2025-07-10T00:00:00', -1, 'expired'],
  ])('as a day holds until its end: %s, %i', (now, daysLeft, status) => {
    const day = draft({ expiration_date: '2025-07-09' });
    expect(draftExpiry(day, new Date(now))).toMatchObject({ daysLeft, status });
  });

  it('swaps no day and month of a foreign date', () => {
    const odd = draft({ creation_date: '2025-04-10T10:00:00Z', expiration_date: '09/07/2025' });
    expect(draftExpiry(odd, new Date('2025-04-10T10:00:00Z'))?.at).toEqual(new Date('2025-07-09T10:00:00Z'));
  });

  it('counts from creation when its date is unreadable', () => {
    const odd = draft({ creation_date: '2025-04-10T10:00:00Z', expiration_date: 'in spring' });
    expect(draftExpiry(odd, new Date('2025-04-10T10:00:00Z'))?.daysLeft).toBe(90);
  });

  it.each([
    ['without a date', draft({})],
    ['with dates that are none', draft({ expiration_date: 'soon', creation_date: '?' })],
    ['in progress', draft({ state: 'in_progress', expiration_date: '2025-07-09' })],
    ['in an unknown state', draft({ state: 'technical_error', expiration_date: '2025-07-09' })],
    ['ordered', draft({ order_date: '2025-05-01', expiration_date: '2025-07-09' })],
    ['with a history', draft({ state_change: [{ state: 'in_progress' }], expiration_date: '2025-07-09' })],
  ])('is unknown for a line %s', (_, line) => {
    expect(draftExpiry(line, new Date('2025-07-01T00:00:00Z'))).toBeNull();
  });

  it('is known for a list row, which has no history', () => {
    const row = { id: 'L', state: 'created', expiration_date: '2025-07-09T10:00:00Z' };
    const now = new Date('2025-07-01T10:00:00Z');
    expect(draftExpiry(readOrderLineSummary(row), now)).toMatchObject({ daysLeft: 8, status: 'soon' });
    expect(draftExpiry(readOrderLineSummary({ ...row, order_date: '2025-05-01' }), now)).toBeNull();
  });
});
