import { expect, test } from '~e2e/fixtures';
import { row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

test.use({ apiOptions: { now: new Date('2026-11-20T10:00:00+01:00') } });

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-20T10:00:00+01:00'));
});

const TEXTS = [
  { name: 'external_id', label: 'Votre référence', value: 'CDE-1' },
  { name: 'project_id', label: 'Projet', value: 'PRJ-1' },
] as const;

for (const { name, label, value } of TEXTS) {
  test(`the filter ${label} becomes a chip`, async ({ page, api }) => {
    api.given(aCart({ external_id: 'CDE-1', project_id: 'PRJ-1' }));
    api.given(aCart({ external_id: 'CDE-2', project_id: 'PRJ-2' }));
    await page.goto('/carts');
    await page.getByRole('textbox', { name: label }).fill(value);
    await expect(row(page, 'CDE-2')).toHaveCount(0);
    await expect(row(page, 'CDE-1')).toBeVisible();
    expect(api.ledger.last('listCarts').query[name]).toBe(value);

    // The same by link, and back again.
    await page.goto(page.url());
    await expect(row(page, 'CDE-1')).toBeVisible();
    await expect(row(page, 'CDE-2')).toHaveCount(0);
    expect(api.ledger.last('listCarts').query[name]).toBe(value);
    await page.getByRole('button', { name: `Retirer le filtre ${label} : ${value}` }).click();
    await expect(row(page, 'CDE-2')).toBeVisible();
    await expect(page).toHaveURL('/carts');
  });
}

test('the state filter works by link', async ({ page, api }) => {
  api.given(aCart({ external_id: 'CDE-1' }));
  api.given(aCart({ external_id: 'CDE-2', lines: [aLine({ state: 'acknowledged' })] }));
  await page.goto('/carts?state=completed');
  await expect(row(page, 'CDE-2')).toBeVisible();
  await expect(row(page, 'CDE-1')).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'État' })).toHaveValue('completed');
  expect(api.ledger.last('listCarts').query).toMatchObject({ state: 'completed' });
  await page.getByRole('button', { name: 'Retirer le filtre État : Terminé' }).click();
  await expect(row(page, 'CDE-1')).toBeVisible();
});

const DATES = [
  { name: 'creation_date', label: 'Création' },
  { name: 'order_date', label: 'Commande' },
  { name: 'completion_date', label: 'Fin' },
  { name: 'cancellation_date', label: 'Annulation' },
] as const;

for (const { name, label } of DATES) {
  test(`days for ${label} are sent as strict bounds`, async ({ page, api }) => {
    const lines = [aLine({ state: 'acknowledged' })];
    api.given(aCart({ external_id: 'CDE-1', daysOld: 26, cancelledDaysAgo: 26, lines }));
    api.given(aCart({ external_id: 'CDE-2', daysOld: 1, cancelledDaysAgo: 1, lines }));
    await page.goto('/carts');
    await expect(row(page, 'CDE-2')).toBeVisible();
    await page.getByRole('button', { name: 'Plus de filtres' }).click();
    const group = page.getByRole('group', { name: label, exact: true });
    await group.getByRole('combobox').selectOption('Jours choisis…');
    await group.getByLabel('Du', { exact: true }).fill('2026-10-25');
    await group.getByLabel('Au', { exact: true }).fill('2026-10-25');
    await expect(page).toHaveURL(`/carts?${name}=2026-10-25..2026-10-25`);
    const bounds = () => {
      const { query } = api.ledger.last('listCarts');
      return [query[`${name}_gt`], query[`${name}_lt`]];
    };
    const clockChange = ['2026-10-24T23:59:59.999999+02:00', '2026-10-26T00:00:00.000000+01:00'];
    await expect.poll(bounds).toEqual(clockChange);
    await expect(row(page, 'CDE-2')).toHaveCount(0);
    await expect(row(page, 'CDE-1')).toBeVisible();
    await page.goto(`/carts?${name}=yesterday`);
    await expect(row(page, 'CDE-2')).toBeVisible();
    await expect(row(page, 'CDE-1')).toHaveCount(0);
    await expect
      .poll(bounds)
      .toEqual(['2026-11-18T23:59:59.999999+01:00', '2026-11-20T00:00:00.000000+01:00']);
    await page.getByRole('button', { name: `Retirer le filtre ${label} : Hier` }).click();
    await expect(page).toHaveURL('/carts');
  });
}

test('a day means the local day', async ({ page, api }) => {
  const now = new Date('2026-11-20T10:00:00+01:00').getTime();
  const daysOld = (moment: string) => (now - new Date(moment).getTime()) / 86_400_000;
  api.given(aCart({ external_id: 'AVANT', daysOld: daysOld('2026-11-18T23:59:59+01:00') }));
  api.given(aCart({ external_id: 'MINUIT', daysOld: daysOld('2026-11-19T00:00:00+01:00') }));
  api.given(aCart({ external_id: 'SOIR', daysOld: daysOld('2026-11-19T23:59:59+01:00') }));
  await page.goto('/carts?creation_date=yesterday');
  await expect(page.getByRole('link', { name: 'MINUIT' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'SOIR' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'AVANT' })).toHaveCount(0);
});
