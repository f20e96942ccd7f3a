import { expect, test } from '~e2e/fixtures';
import { lastRowsAskedFor, row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

test.use({ apiOptions: { now: new Date('2026-11-20T10:00:00+01:00') } });

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-20T10:00:00+01:00'));
});

const MATCHING = aLine({
  end_customer_name: 'Garage Moreau',
  customer_order_name: 'Agence de Brest',
  order_reference: 'PO_DC173_20261115_000042',
  temporary_reference: 'TMP_42',
  state: 'acknowledged',
  daysOld: 5,
});
const OTHER = aLine({
  end_customer_name: 'Mairie de Plouha',
  customer_order_name: 'Mairie',
  order_reference: 'PO_DC173_20260101_000001',
  temporary_reference: 'TMP_1',
  state: 'rejected_creation',
  daysOld: 60,
});

const TEXTS = [
  { name: 'order_reference', label: 'Référence de commande', value: 'PO_DC173_20261115_000042' },
  { name: 'temporary_reference', label: 'Référence provisoire', value: 'TMP_42' },
  { name: 'customer_order_name', label: 'Nom de la commande', value: 'Agence de Brest' },
  { name: 'end_customer_name', label: 'Client final', value: 'Garage Moreau' },
] as const;

for (const { name, label, value } of TEXTS) {
  test(`${label} is sent and shown as a chip`, async ({ page, api }) => {
    api.given(aCart({ lines: [MATCHING, OTHER] }));
    await page.goto('/lines');
    await page.getByRole('button', { name: 'Plus de filtres' }).click();
    await page.getByRole('textbox', { name: label }).fill(value);
    await expect(row(page, 'Mairie de Plouha')).toHaveCount(0);
    await expect(row(page, 'Garage Moreau')).toBeVisible();
    expect(lastRowsAskedFor(api)[name]).toBe(value);

    // The same by link, and back again.
    await page.goto(page.url());
    await expect(row(page, 'Garage Moreau')).toBeVisible();
    await expect(row(page, 'Mairie de Plouha')).toHaveCount(0);
    expect(lastRowsAskedFor(api)[name]).toBe(value);
    await page.getByRole('button', { name: `Retirer le filtre ${label} : ${value}` }).click();
    await expect(row(page, 'Mairie de Plouha')).toBeVisible();
    await expect(page).toHaveURL('/lines');
  });
}

const DATES = [
  { name: 'creation_date', label: 'Création', from: '2026-11-14', to: '2026-11-16' },
  { name: 'order_date', label: 'Commande', from: '2026-11-14', to: '2026-11-16' },
  { name: 'expiration_date', label: 'Expiration du brouillon', from: '2027-02-12', to: '2027-02-14' },
] as const;

for (const { name, label, from, to } of DATES) {
  test(`a day range for ${label} sends strict bounds`, async ({ page, api }) => {
    const draft = aLine({ end_customer_name: 'Garage Moreau', daysOld: 5 });
    const oldDraft = aLine({ end_customer_name: 'Mairie de Plouha', daysOld: 60 });
    api.given(aCart({ lines: name === 'expiration_date' ? [draft, oldDraft] : [MATCHING, OTHER] }));
    const after = `${dayFrom(from, -1)}T23:59:59.999999+01:00`;
    const before = `${dayFrom(to, 1)}T00:00:00.000000+01:00`;
    const bounds = () => [lastRowsAskedFor(api)[`${name}_gt`], lastRowsAskedFor(api)[`${name}_lt`]];
    await page.goto('/lines');
    await expect(row(page, 'Mairie de Plouha')).toBeVisible();
    await page.getByRole('button', { name: 'Plus de filtres' }).click();
    const group = page.getByRole('group', { name: label, exact: true });
    await group.getByRole('combobox').selectOption('Jours choisis…');
    await group.getByLabel('Du', { exact: true }).fill(from);
    await group.getByLabel('Au', { exact: true }).fill(to);
    await expect(page).toHaveURL(`/lines?${name}=${from}..${to}`);
    await expect.poll(bounds).toEqual([after, before]);
    await expect(row(page, 'Mairie de Plouha')).toHaveCount(0);
    await expect(row(page, 'Garage Moreau')).toBeVisible();

    await page.goto(page.url());
    await expect(row(page, 'Garage Moreau')).toBeVisible();
    await expect(row(page, 'Mairie de Plouha')).toHaveCount(0);
    expect(bounds()).toEqual([after, before]);
    await page.goto(`/lines?${name}=${from}..`);
    await expect.poll(bounds).toEqual([after, undefined]);
    await page.goto(`/lines?${name}=..${to}`);
    await expect.poll(bounds).toEqual([undefined, before]);
  });
}

/** So many days after a day, as the API writes days. */
function dayFrom(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const CHOICES = [
  { label: 'Création', choice: "Aujourd'hui", from: '2026-11-20', to: '2026-11-20' },
  { label: 'Création', choice: 'Hier', from: '2026-11-19', to: '2026-11-19' },
  { label: 'Création', choice: '7 derniers jours', from: '2026-11-14', to: '2026-11-20' },
  { label: 'Commande', choice: '30 derniers jours', from: '2026-10-22', to: '2026-11-20' },
  { label: 'Commande', choice: 'Ce mois-ci', from: '2026-11-01', to: '2026-11-20' },
  { label: 'Expiration du brouillon', choice: '7 prochains jours', from: '2026-11-20', to: '2026-11-27' },
  { label: 'Expiration du brouillon', choice: '14 prochains jours', from: '2026-11-20', to: '2026-12-04' },
  { label: 'Expiration du brouillon', choice: '30 prochains jours', from: '2026-11-20', to: '2026-12-20' },
] as const;

test('quick choices mean the days they name', async ({ page, api }) => {
  await page.goto('/lines');
  await page.getByRole('button', { name: 'Plus de filtres' }).click();
  for (const { label, choice, from, to } of CHOICES) {
    const select = page.getByRole('group', { name: label, exact: true }).getByRole('combobox');
    await select.selectOption(choice);
    const name = DATES.find((date) => date.label === label)?.name ?? '';
    await expect.poll(() => localDay(lastRowsAskedFor(api)[`${name}_gt`], 1)).toBe(from);
    await expect.poll(() => localDay(lastRowsAskedFor(api)[`${name}_lt`], -1)).toBe(to);
    await select.selectOption('Sans limite');
  }
});

/** The day just inside a strict bound, in Paris; '' as long as nothing was asked with one. */
function localDay(bound: string | undefined, inwards: 1 | -1): string {
  if (bound === undefined) return '';
  const inside = new Date(new Date(bound).getTime() + inwards);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(inside);
}

for (const { day, hours, first, last } of [
  { day: '2026-03-29', hours: 23, first: '2026-03-29T00:00:00+01:00', last: '2026-03-29T23:59:59.999+02:00' },
  { day: '2026-10-25', hours: 25, first: '2026-10-25T00:00:00+02:00', last: '2026-10-25T23:59:59.999+01:00' },
]) {
  test(`the clock change ${day} holds its ${hours} hours`, async ({ page, api }) => {
    const moments = [
      { name: 'Juste avant', at: new Date(new Date(first).getTime() - 1) },
      { name: 'Minuit', at: new Date(first) },
      { name: 'Fin du jour', at: new Date(last) },
      { name: 'Juste après', at: new Date(new Date(last).getTime() + 1) },
    ];
    const now = new Date('2026-11-20T10:00:00+01:00').getTime();
    for (const { name, at } of moments) {
      api.given(
        aCart({ lines: [aLine({ end_customer_name: name, daysOld: (now - at.getTime()) / 86_400_000 })] }),
      );
    }
    await page.goto(`/lines?creation_date=${day}..${day}`);
    await expect(row(page, 'Minuit')).toBeVisible();
    await expect(row(page, 'Fin du jour')).toBeVisible();
    await expect(row(page, 'Juste avant')).toHaveCount(0);
    await expect(row(page, 'Juste après')).toHaveCount(0);
  });
}

test('a wrong value in a link becomes a warning', async ({ page, api }) => {
  api.given(aCart({ lines: [MATCHING, OTHER] }));
  await page.goto('/lines?page=abc&sort=nothing&creation_date=soon&colour=blue&state=acknowledged');
  await expect(row(page, 'Garage Moreau')).toBeVisible();
  await expect(row(page, 'Mairie de Plouha')).toHaveCount(0);
  const chips = page.getByRole('list', { name: 'Filtres actifs' });
  for (const value of ['abc', 'nothing', 'soon', 'blue']) await expect(chips).toContainText(value);
  expect(lastRowsAskedFor(api)).toMatchObject({ page: '1', state: 'acknowledged' });
  expect(lastRowsAskedFor(api)).not.toHaveProperty('sort');
  await chips.getByRole('button', { name: /nothing/ }).click();
  await expect(chips).not.toContainText('nothing');
  await page.getByRole('button', { name: 'Effacer les filtres' }).click();
  await expect(chips).toHaveCount(0);
  await expect(page).toHaveURL('/lines');
});

test('unknown states and repeated names are warnings', async ({ page, api }) => {
  api.given(aCart({ lines: [MATCHING, OTHER] }));
  await page.goto('/lines?state=acknowledged&state=rejected_creation&search=mairie');
  await expect(row(page, 'Mairie de Plouha')).toBeVisible();
  const chips = page.getByRole('list', { name: 'Filtres actifs' });
  await expect(chips).toContainText('État : « acknowledged » est de trop et ne compte pas');
  await chips.getByRole('button', { name: /acknowledged/ }).click();
  await expect(page).toHaveURL('/lines?state=rejected_creation&search=mairie');
  await chips.getByRole('button', { name: 'Retirer le filtre Recherche : mairie' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await page.goto('/lines?state=nonsense');
  await expect(chips).toContainText("État : « nonsense » n'est pas un état connu ici");
  expect(lastRowsAskedFor(api)['state']).toBe('nonsense');
  await chips.getByRole('button', { name: /nonsense/ }).click();
  await expect(row(page, 'Garage Moreau')).toBeVisible();
});

test('a link with a hidden filter shows it', async ({ page, api }) => {
  api.given(aCart({ lines: [MATCHING, OTHER] }));
  await page.goto('/lines?customer_order_name=Mairie');
  await expect(page.getByRole('textbox', { name: 'Nom de la commande' })).toHaveValue('Mairie');
});

test('the strip counts each state under other filters', async ({ page, api }) => {
  api.given(aCart({ lines: [MATCHING, OTHER, aLine({ end_customer_name: 'Garage Petit' })] }));
  await page.goto('/lines?search=garage');
  const strip = page.getByRole('navigation', { name: 'Lignes par état' });
  await expect(strip.getByRole('link', { name: 'Toutes 2' })).toBeVisible();
  await expect(strip.getByRole('link', { name: 'Prise en compte 1' })).toBeVisible();
  await expect(strip.getByRole('link', { name: 'Rejetée 0' })).toBeVisible();
  expect(api.ledger.of('listLines')[0]?.query['page_size']).toBe('50');
  await strip.getByRole('link', { name: 'Brouillon 1' }).click();
  await expect(page).toHaveURL('/lines?search=garage&state=created');
  await expect(row(page, 'Garage Petit')).toBeVisible();
  await expect(row(page, 'Garage Moreau')).toHaveCount(0);
});

test('rows do not wait for counts or totals', async ({ page, api }) => {
  api.given(aCart({ lines: Array.from({ length: 60 }, () => aLine({ state: 'acknowledged' })) }));
  const counting = api.faults.next(
    { operation: 'listLines', query: { page_size: '1' }, times: 99 },
    { hold: 'before' },
  );
  api.faults.next(
    { operation: 'listLines', query: { page_size: '50' } },
    {
      reshape: (body) =>
        typeof body === 'object' && body !== null && 'results' in body ? { items: body.results } : body,
    },
  );
  await page.goto('/lines');
  await expect(page.getByRole('row')).toHaveCount(51);
  await expect(page.getByText('1–50', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Page suivante' }).click();
  await expect(page.getByText('51–60 sur 60')).toBeVisible();
  counting.release();
});

test('a day is typed digit by digit', async ({ page, api }) => {
  api.given(aCart({ lines: [MATCHING, OTHER] }));
  await page.goto('/lines');
  await page.getByRole('button', { name: 'Plus de filtres' }).click();
  const group = page.getByRole('group', { name: 'Création', exact: true });
  await group.getByRole('combobox').selectOption('Jours choisis…');
  await group.getByLabel('Du', { exact: true }).focus();
  await page.keyboard.type('11122026');
  await expect(page).toHaveURL('/lines?creation_date=2026-11-12..');
  await expect(group.getByLabel('Du', { exact: true })).toHaveValue('2026-11-12');
  // A range that makes no sense stays as it was typed, beside its warning.
  await group.getByLabel('Au', { exact: true }).fill('2026-11-01');
  await expect(page.getByRole('list', { name: 'Filtres actifs' })).toContainText('2026-11-12..2026-11-01');
  await expect(group.getByLabel('Du', { exact: true })).toHaveValue('2026-11-12');
});

test('a day stands in words, or is not applied', async ({ page, api }) => {
  api.given(aCart({ lines: [MATCHING, OTHER] }));
  await page.goto('/lines');
  await page.getByRole('button', { name: 'Plus de filtres' }).click();
  const group = page.getByRole('group', { name: 'Création', exact: true });
  await group.getByRole('combobox').selectOption('Jours choisis…');
  const from = group.getByLabel('Du', { exact: true });
  await from.fill('2026-03-08');
  await expect(from).toHaveAccessibleDescription('dimanche 8 mars 2026');
  for (const day of ['0027-03-08', '202026-03-08']) {
    await from.fill(day);
    await expect(from).toHaveAccessibleDescription("N'est pas appliqué : année de 1900 à 2999.");
    await expect(page).toHaveURL('/lines?creation_date=2026-03-08..');
  }
});

test('clearing also removes text being typed', async ({ page, api }) => {
  api.given(aCart({ lines: [MATCHING, OTHER] }));
  await page.goto('/lines?state=acknowledged&sort=nothing');
  // In one step: a search that rests for long enough to be sent shows a second button to clear.
  await page.getByRole('searchbox').fill('xyz');
  await page.getByRole('button', { name: 'Effacer les filtres' }).click();
  await expect(row(page, 'Mairie de Plouha')).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(page).toHaveURL('/lines');
});

test('late tools do not move the list', async ({ page, api }) => {
  api.given(aCart({ lines: [MATCHING, OTHER] }));
  const tools = page.getByRole('button', { name: 'Exporter', exact: true });
  const chip = page.getByRole('button', { name: 'Retirer le filtre État : Prise en compte' });
  const heights = async () => {
    const boxes = await Promise.all([chip, page.getByRole('row').first()].map((part) => part.boundingBox()));
    return boxes.map((box) => Math.round(box?.y ?? 0));
  };
  for (const width of [1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 720 });
    let letCome: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letCome = resolve));
    await page.route(/\/assets\/list-tools/, async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest(/\/assets\/list-tools/);
    await page.goto('/lines?state=acknowledged');
    await expect(page.getByRole('row')).not.toHaveCount(0);
    await asked;
    await expect(tools).toBeHidden();
    const before = await heights();
    letCome();
    await expect(tools).toBeVisible();
    expect(await heights()).toEqual(before);
    await page.unrouteAll({ behavior: 'wait' });
  }
});
