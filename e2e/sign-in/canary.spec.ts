import { field, row, saveLine } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect, test } from './desk-test';
import { heapOf, storagesOf, TOKEN } from './secrets';
import { signIn, signInWithAccount } from './steps';
import { ACCOUNT } from './token-provider';

/*
 * Marked tokens, secrets and a marked customer go through the work of a person. The tokens and secrets must be found
 * nowhere that a browser or a reader of logs can look (every test of a guarded desk ends with that search, this one looks
 * into the page's memory too); the customer nowhere but on the screen and in the API's answers, and once the person has
 * signed out, not in the page's memory either.
 */

const CUSTOMER = 'Canari Personne';

for (const method of ['oidc', 'account'] as const) {
  test.describe(`with ${method}`, () => {
    test.use({ signIn: method });

    test('no token leaves the gateway, no customer its screen', async ({ page, desk }) => {
      // It visits most of the desk.
      test.slow();
      desk.api.given(
        aCart({
          external_id: 'CDE-1',
          lines: [aLine({ external_id: 'SIEGE', end_customer_name: CUSTOMER })],
        }),
      );
      const lineId = desk.api.store.lines()[0]?.id ?? '';

      await page.goto(`${desk.origin}/lines?search=${encodeURIComponent(CUSTOMER)}`);
      if (method === 'oidc') await signIn(page);
      else await signInWithAccount(page, ACCOUNT.user, ACCOUNT.password);
      await expect(row(page, CUSTOMER)).toBeVisible();
      await page.getByRole('button', { name: /^Vue :/ }).click();
      const name = page.getByRole('textbox', { name: 'Nom de la vue' });
      await name.fill(`View of ${CUSTOMER}`);
      await name.press('Enter');
      await expect.poll(() => storagesOf(page)).toContain('orderdesk.lines.views:');
      await page.goto(`${desk.origin}/lines/${lineId}`);
      await field(page, 'Note').fill(`Call ${CUSTOMER}`);
      await saveLine(page);
      await field(page, 'Note').fill(`Call ${CUSTOMER} again`);

      expect(await storagesOf(page)).not.toContain(CUSTOMER);
      const busy = await heapOf(page);
      expect(TOKEN.test(busy)).toBe(false);
      // What is on the screen is in the memory: so the search finds what there is.
      expect(busy.includes(CUSTOMER)).toBe(true);
      await expect.poll(() => desk.log.filter((line) => line.includes('"route"')).length).toBeGreaterThan(3);

      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      const isGone = method === 'account' ? page.waitForEvent('load') : null;
      await page.getByRole('button', { name: 'Abandonner et quitter' }).click();
      if (method === 'oidc') await page.getByRole('button', { name: 'Yes, sign me out' }).click();
      await isGone;
      await expect(page.getByRole('heading', { name: 'Vous êtes déconnecté' })).toBeVisible();
      const left = await heapOf(page);
      expect(TOKEN.test(left)).toBe(false);
      expect(left.includes('Canari')).toBe(false);
      expect(await storagesOf(page)).not.toContain(CUSTOMER);
      for (const mark of [/Canari/, /canary\.person/, /SIEGE/]) expect(desk.log.join('\n')).not.toMatch(mark);
    });
  });
}
