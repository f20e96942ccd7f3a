import { duplicateCart, ending, expectSum, total } from '~e2e/batches/steps';
import { rounds } from '~e2e/long-trial';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect, test } from './desk-test';
import { signIn } from './steps';

/* The gateway lets two writes a second through for one person. 500 lines take five minutes, and no click. */

const LINES = rounds({ whole: 500, sample: 25 }).length;

test(`${LINES} lines are copied without a click`, async ({ page, desk }) => {
  test.setTimeout(1_200_000);
  const lines = Array.from({ length: LINES }, () => aLine());
  const { cartId } = desk.api.given(aCart({ external_id: 'CDE-1', lines }));
  await page.goto(`${desk.origin}/carts/${cartId}`);
  await signIn(page);
  await duplicateCart(page);
  await expect(ending(page)).toContainText(`Le nouveau panier a ${LINES} lignes.`, { timeout: 1_000_000 });
  await expectSum(page);
  expect(await total(page, 'créée')).toBe(LINES);
  expect(desk.api.ledger.of('createLine')).toHaveLength(LINES);
  expect(desk.log.filter((line) => line.includes('too_many'))).toEqual([]);
});
