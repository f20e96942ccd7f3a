import { expect } from '~e2e/fixtures';
import { rounds } from '~e2e/long-trial';
import { outcome } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { readLines, test } from './socket-desk';

/*
 * A cart over 1 MB: 1,000 lines in the whole trial; fewer with longer notes in a sample. To look for a role among 150,000
 * nodes keeps the page from its work for seconds, so the test waits by the ledger.
 */

const LINES = rounds({ whole: 1000, sample: 40 }).length;
const NOTE = 'x'.repeat(1_200_000 / LINES);
const SLOW = { timeout: 300_000 };

test(`a cart of ${LINES} long lines is confirmed`, async ({
  page,
  desk: { api, origin },
  expectComplaint,
}) => {
  test.setTimeout(900_000);
  // On a busy machine the reading that is held outlasts the gateway's limit; the page reads again.
  expectComplaint(/504/);
  const lines = Array.from({ length: LINES }, (_, index) =>
    aLine({ external_id: `SITE-${index + 1}`, end_customer_name: `Client ${index + 1}`, note: NOTE }),
  );
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines }));
  await page.goto(`${origin}/carts/${cartId}`);
  await page.getByRole('link', { name: 'Confirmer le panier' }).click(SLOW);
  await readLines(api, LINES);
  const place = page.getByRole('button', { name: 'Passer la commande' });
  await expect(place).toBeEnabled(SLOW);
  const second = api.faults.next({ operation: 'readLine' }, { hold: 'before' });
  await place.click();
  await second.met;
  await expect(page.getByRole('progressbar', { name: /Tout est relu/ })).toBeVisible(SLOW);
  await expect(page.getByText(new RegExp(`Lignes lues en entier\\s: \\d+ sur ${LINES}`))).toBeVisible();
  second.release();
  await readLines(api, 2 * LINES);
  await page.waitForURL(`${origin}/carts/${cartId}`, SLOW);
  await expect(outcome(page)).toBeVisible(SLOW);
  expect(api.ledger.of('confirmCart')).toHaveLength(1);
  // The desk stays until the page is gone.
  await page.close();
});
