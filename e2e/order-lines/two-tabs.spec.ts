import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { field, saveLine } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

const elsewhere = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'en cours de modification dans un autre onglet' });
const offer = (page: Page) => page.getByRole('status').filter({ hasText: "n'a pas été enregistrée" });

test('a second tab warns of the first', async ({ page, api, context }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  const second = await context.newPage();
  await second.goto(`/lines/${lineId}`);
  await expect(field(second, 'Note')).toBeVisible();
  await expect(elsewhere(second)).toBeHidden();
  await field(page, 'Note').fill('Du premier onglet');
  await expect(elsewhere(second)).toBeVisible();
  await elsewhere(second).getByRole('button', { name: 'Continuer ici' }).click();
  await expect(elsewhere(second)).toBeHidden();
  await field(second, 'VLAN').fill('42');
  await expect(elsewhere(page)).toBeVisible();

  // The first tab ends without saving: its text is not lost, and not mixed up with the second's.
  await page.close();
  await expect(offer(second)).toContainText('Note');
  await offer(second).getByRole('button', { name: 'Restaurer' }).click();
  await expect(field(second, 'Note')).toHaveValue('Du premier onglet');
  await expect(field(second, 'VLAN')).toHaveValue('42');
});

test('another tab reads a save, never over typed text', async ({ page, api, context }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  const [idle, typing] = [await context.newPage(), await context.newPage()];
  for (const tab of [idle, typing]) {
    await tab.goto(`/lines/${lineId}`);
    await expect(field(tab, 'Note')).toBeVisible();
  }
  await field(typing, 'Note').fill('En cours');
  await expect(elsewhere(page)).toBeVisible();
  await field(page, 'Note').fill('Enregistré');
  await saveLine(page);
  await expect(field(idle, 'Note')).toHaveValue('Enregistré');
  await expect(field(typing, 'Note')).toHaveValue('En cours');
  await expect(elsewhere(typing)).toBeHidden();
});
