import { aCart, aLine } from '~/mock-api/store/given';
import { expect, test } from './fixtures';
import { LOOKS, showIn } from './looks';
import { cutTexts, cutValues, overhang } from './reflow';
import { field, row } from './steps';

test('a draft is printed whole as soon as it shows', async ({ page, api }) => {
  const note = 'Sonner deux fois. '.repeat(40).trim();
  const { lineId } = api.given(aCart({ lines: [aLine({ note, end_customer_name: note.slice(0, 200) })] }));
  // What comes last never comes.
  await page.route(/\/assets\/frame-/, () => undefined);
  await page.goto(`/lines/${lineId}`);
  await expect(field(page, 'Note')).toHaveValue(note);
  await showIn(page, LOOKS.printLight);
  expect(await cutValues(page)).toEqual([]);
  expect(await cutTexts(page)).toEqual([]);
  expect(await overhang(page)).toBe(0);
});

test('a list prints no count of ticked lines', async ({ page, api }) => {
  api.given(aCart({ lines: [aLine({ end_customer_name: 'Kerbrat' })] }));
  await page.goto('/lines');
  await row(page, 'Kerbrat').getByRole('checkbox').check();
  const count = page.getByText('1 sélectionnée', { exact: true }).first();
  await expect(count).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(count).toBeHidden();
  await expect(row(page, 'Kerbrat')).toBeVisible();
});

test('a printed choice has no arrow', async ({ page }) => {
  await page.goto('/server');
  const choice = page.getByRole('main').getByRole('combobox').first();
  await expect(choice).toBeVisible();
  const arrow = page.getByRole('main').locator('svg').filter({ visible: true });
  await expect(arrow.first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(choice).toHaveCSS('appearance', 'none');
  await expect(arrow).toHaveCount(0);
});
