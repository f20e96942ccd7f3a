import { expect } from '~e2e/fixtures';
import { aSheet, button, checkPasted } from '~e2e/import/steps';
import { rounds } from '~e2e/long-trial';
import { row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { test } from './socket-desk';
import { expectSum, total } from './steps';

const ROWS = rounds({ whole: 500, sample: 12 }).length;
const EDITED = Math.ceil(ROWS / 2);
const SLOW = { timeout: 900_000 };

test(`an undo of ${ROWS} lines leaves a colleague's edit`, async ({ page, desk: { api, origin } }) => {
  test.setTimeout(2_400_000);
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine({ external_id: 'OTHER' })] }));
  await page.goto(`${origin}/carts/${cartId}/import`);
  await checkPasted(page, aSheet(ROWS));
  await button(page, 'Créer les lignes').click();
  await expect(page.getByText(`${ROWS} lignes créées dans le panier.`)).toBeVisible(SLOW);
  const references = () => api.store.cart(cartId).lines.map(({ content }) => content.values.external_id);
  expect(references()).toHaveLength(ROWS + 1);

  const edited = api.store.findLine(`REF-${EDITED}`);
  if (!edited) throw new Error('The line is not there');
  api.store.changeLine(edited.id, { values: { note: 'Changée par une collègue' } });
  await button(page, 'Défaire').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Défaire' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Défait' })).toContainText(
    `Défait : ${ROWS - 1} supprimées, 1 laissées car modifiées ou commandées depuis.`,
    SLOW,
  );
  await expect(row(page, `Boulangerie ${EDITED}`)).toContainText('Laissée : modifiée depuis');
  await expectSum(page);
  expect(await total(page, 'supprimée')).toBe(ROWS - 1);
  expect(await total(page, 'créée')).toBe(1);
  expect(references()).toEqual(['OTHER', `REF-${EDITED}`]);
  expect(api.ledger.of('deleteLine')).toHaveLength(ROWS - 1);
  // The desk stays until the page is gone.
  await page.close();
});
