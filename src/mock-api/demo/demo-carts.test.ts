import { describe, expect, it } from 'vitest';
import { CART_STATES, LINE_STATES } from '~/contract/states';
import { cartReadiness, lineIssues } from '~/domain/lines/confirmation-readiness';
import { draftExpiry } from '~/domain/lifecycles/draft-expiry';
import { isFromQuote } from '~/domain/fields/quote-lock';
import { asCart } from '~/mock-api/operations/cart-answers';
import { createMockApi } from '~/mock-api/create-mock-api';
import { asOrderLine } from '~/mock-api/store/order-line-answers';
import { toRow } from '~/mock-api/store/stored-order';
import { DAY, toFrenchDay } from '~/mock-api/wire/wire-times';

const NOW = Date.parse('2026-03-02T09:30:00Z');
const demo = (lines = 2000, now = NOW) => createMockApi({ lines, now }).store;
const withoutDemonstration = (lines: number, now: number) =>
  demo(lines, now)
    .lines()
    .filter((line) => line.cart.external_id !== 'DEMO');

describe('the demo data', () => {
  const store = demo();
  const lines = store.lines();
  const contents = lines.map(({ content }) => content);

  it('is the same every time', () => {
    const tell = () => withoutDemonstration(300, NOW).map(({ row, content }) => ({ row, content }));
    expect(tell()).toEqual(tell());
  });

  it('keeps its distance from the day', () => {
    const ages = (now: number) => withoutDemonstration(100, now).map(({ row }) => now - row.creation_date);
    expect(ages(NOW + 30 * DAY)).toEqual(ages(NOW));
  });

  it('has the asked lines and a cart per outcome', () => {
    expect(lines.filter((line) => line.cart.external_id !== 'DEMO')).toHaveLength(2000);
    const demonstration = store.carts().find((cart) => cart.external_id === 'DEMO');
    expect(demonstration && cartReadiness(asCart(demonstration), toFrenchDay(NOW)).refusal).toBeNull();
  });

  it('lists each line as its content has it', () => {
    const told = lines.map((line) => line.row);
    expect(lines.map((line) => toRow(line.id, line.cart.id, line.content))).toEqual(told);
  });

  it('has ids of its own for every line and cart', () => {
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect(new Set(store.carts().map(({ id }) => id)).size).toBe(store.carts().length);
  });

  it('shows every state of a cart and of a line', () => {
    expect(new Set(store.carts().map(({ state }) => state))).toEqual(new Set(CART_STATES));
    expect(new Set(lines.map(({ row }) => row.state))).toEqual(new Set(LINE_STATES));
  });

  it('has carts of 1, 20 and 200 lines', () => {
    const sizes = new Set(store.carts().map((cart) => cart.lines.length));
    expect([1, 20, 200].every((size) => sizes.has(size))).toBe(true);
  });

  it('has drafts of every kind', () => {
    const drafts = store.carts().filter(({ state, lines: own }) => state === 'created' && own.length > 0);
    const refusals = new Set(drafts.map((cart) => cartReadiness(asCart(cart), toFrenchDay(NOW)).refusal));
    expect(refusals).toEqual(new Set([null, 'incomplete']));
    const own = drafts.flatMap((cart) => cart.lines);
    expect(own.some((line) => isFromQuote(line.content.values))).toBe(true);
    const expiries = own.map(
      (line) =>
        draftExpiry(
          { ...asOrderLine(line), creation_date: new Date(line.row.creation_date).toISOString() },
          new Date(NOW),
        )?.status,
    );
    expect(new Set(expiries)).toEqual(new Set(['later', 'soon', 'expired']));
  });

  it('has cancelled lines, and rejected ones that say why', () => {
    expect(contents.some(({ status }) => status.cancellation_date !== null)).toBe(true);
    const rejections = contents.filter(({ status }) => status.state === 'rejected_creation');
    expect(rejections.every(({ status }) => status.termination_error.length > 0)).toBe(true);
    const codes = new Set(
      rejections.flatMap(({ status }) => status.termination_error.map(({ code }) => code)),
    );
    expect(codes.size).toBeGreaterThan(3);
  });

  it('has rejected and accepted lines in every partial cart', () => {
    const partial = store.carts().filter(({ state, lines: own }) => state === 'partial' && own.length > 1);
    expect(partial.length).toBeGreaterThan(0);
    for (const cart of partial)
      expect(new Set(cart.lines.map(({ row }) => row.state === 'rejected_creation')).size).toBe(2);
  });

  it('has sites whose codes, numbers and addresses are well formed', () => {
    const aboutFormats = contents
      .flatMap(({ values }) => lineIssues(values, '2000-01-01'))
      .filter(({ code }) => !['required', 'required-for-cpe', 'empty-without-cpe'].includes(code));
    expect(aboutFormats).toEqual([]);
  });

  it('dates nothing after now', () => {
    const moments = lines.map(({ row }) => Math.max(row.creation_date, row.order_date ?? 0));
    expect(Math.max(...moments)).toBeLessThanOrEqual(NOW);
    expect(Math.min(...lines.map(({ row }) => row.creation_date))).toBeGreaterThan(NOW - 560 * DAY);
  });
});
