import { expect, test } from '~e2e/fixtures';
import { brokenWords } from '~e2e/reflow';
import { lastRowsAskedFor, row, rowsAskedFor, waitFor } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { isUnknownArray, isWireObject } from '~/contract/scalars';

const THREE_STATES = aCart({
  lines: [
    aLine({ end_customer_name: 'Boulangerie Petit', daysOld: 3 }),
    aLine({ end_customer_name: 'Garage Moreau', state: 'acknowledged', daysOld: 2 }),
    aLine({ end_customer_name: 'Mairie de Plouha', state: 'rejected_creation', daysOld: 1 }),
  ],
});

test('typing a search updates URL, request and rows', async ({ page, api }) => {
  api.given(THREE_STATES);
  await page.goto('/lines');
  await page.getByRole('searchbox', { name: 'Rechercher des lignes' }).fill('moreau');
  await expect(page).toHaveURL('/lines?search=moreau');
  await expect(row(page, 'Garage Moreau')).toBeVisible();
  await expect(row(page, 'Boulangerie Petit')).toHaveCount(0);
  expect(lastRowsAskedFor(api)).toMatchObject({ search: 'moreau', page: '1', offset: '0' });
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('the last search wins over late answers', async ({ page, api }) => {
  api.given(THREE_STATES);
  await page.goto('/lines');
  const search = page.getByRole('searchbox');
  await expect(row(page, 'Garage Moreau')).toBeVisible();
  const slow = api.faults.next(
    { operation: 'listLines', query: { search: 'moreau', page_size: '50' } },
    { hold: 'after' },
  );
  await search.fill('moreau');
  await slow.met;
  await search.fill('plouha');
  await expect(row(page, 'Mairie de Plouha')).toBeVisible();
  await expect(row(page, 'Garage Moreau')).toHaveCount(0);
  slow.release();
  await expect(page).toHaveURL('/lines?search=plouha');
  await expect(row(page, 'Garage Moreau')).toHaveCount(0);
  await expect(row(page, 'Mairie de Plouha')).toBeVisible();
});

test('a busy API is asked again once after its wait', async ({ page, api, expectComplaint }) => {
  expectComplaint(/429/);
  api.given(THREE_STATES);
  await page.clock.install();
  await page.goto('/lines');
  await expect(row(page, 'Mairie de Plouha')).toBeVisible();
  const target = { operation: 'listLines', query: { search: 'moreau', page_size: '50' }, times: 2 } as const;
  api.faults.next(target, { answer: { status: 429, body: {}, headers: { 'retry-after': '40' } } });
  const asked = () => rowsAskedFor(api).filter(({ search }) => search === 'moreau').length;

  await page.getByRole('searchbox').fill('moreau');
  const alert = page.getByRole('alert');
  await expect(alert.getByRole('status')).toContainText('Nouvelle demande automatique dans 40 s');
  await page.clock.runFor(20_000);
  // The countdown is for the eye: who listens is told its beginning and its end.
  await expect(alert.getByText('dans 40 s')).toHaveCount(1);
  await expect(alert.getByRole('status')).toContainText('dans 40 s');
  expect(asked()).toBe(1);

  await page.clock.runFor(20_000);
  await expect(alert.getByRole('status')).toContainText('Vous pourrez réessayer dans 40 s');
  await page.clock.runFor(50_000);
  await expect(alert.getByRole('status')).toHaveText('Vous pouvez réessayer.');
  expect(asked()).toBe(2);
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(row(page, 'Garage Moreau')).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test('a state filters the list until Back or clearing', async ({ page, api }) => {
  api.given(THREE_STATES);
  await page.goto('/lines');
  const state = page.getByRole('combobox', { name: 'État' });
  await state.selectOption('Rejetée');
  await expect(page).toHaveURL('/lines?state=rejected_creation');
  await expect(row(page, 'Garage Moreau')).toHaveCount(0);
  await expect(row(page, 'Mairie de Plouha')).toBeVisible();
  expect(lastRowsAskedFor(api)).toMatchObject({ state: 'rejected_creation' });

  await page.goBack();
  await expect(page).toHaveURL('/lines');
  await expect(state).toHaveValue('');
  await expect(row(page, 'Garage Moreau')).toBeVisible();

  await state.selectOption('Prise en compte');
  await page.getByRole('button', { name: 'Effacer les filtres' }).click();
  await expect(page).toHaveURL('/lines');
  await expect(row(page, 'Boulangerie Petit')).toBeVisible();
});

test('a column sorts the list and shows the order', async ({ page, api }) => {
  api.given(THREE_STATES);
  await page.goto('/lines');
  const heading = page.getByRole('columnheader', { name: 'Client final' });
  await heading.getByRole('button').click();
  await expect(page).toHaveURL('/lines?sort=-end_customer_name');
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('row').nth(1)).toContainText('Mairie de Plouha');
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('row').nth(1)).toContainText('Boulangerie Petit');
  expect(lastRowsAskedFor(api)).toMatchObject({ sort: 'end_customer_name' });
});

test('a copied link shows the same view', async ({ page, api }) => {
  api.given(THREE_STATES);
  await page.goto('/lines?state=acknowledged&search=garage&sort=-state');
  await expect(page.getByRole('searchbox')).toHaveValue('garage');
  await expect(page.getByRole('combobox', { name: 'État' })).toHaveValue('acknowledged');
  await expect(page.getByRole('columnheader', { name: 'État' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(row(page, 'Garage Moreau')).toBeVisible();
  expect(rowsAskedFor(api)).toEqual([
    expect.objectContaining({ state: 'acknowledged', search: 'garage', sort: '-state' }),
  ]);
});

test('a number in a link stays text', async ({ page, api }) => {
  api.given(aCart({ lines: [aLine({ end_customer_name: 'Atelier 123' })] }));
  await page.goto('/lines?search=123');
  await expect(page.getByRole('searchbox')).toHaveValue('123');
  await expect(row(page, 'Atelier 123')).toBeVisible();
  await expect(page).toHaveURL('/lines?search=123');
});

test.describe('over many lines', () => {
  test.beforeEach(({ api }) => {
    api.given(aCart({ lines: Array.from({ length: 120 }, () => aLine({ state: 'acknowledged' })) }));
  });

  test('only the shown page is fetched', async ({ page, api }) => {
    await page.goto('/lines');
    await expect(page.getByText('1–50 sur 120')).toBeVisible();
    await page.getByRole('button', { name: 'Page suivante' }).click();
    await expect(page).toHaveURL('/lines?page=2');
    await expect(page.getByText('51–100 sur 120')).toBeVisible();
    expect(rowsAskedFor(api).map((query) => [query['page'], query['offset']])).toEqual([
      ['1', '0'],
      ['2', '50'],
    ]);
    await page.getByRole('button', { name: 'Page suivante' }).click();
    await expect(page.getByText('101–120 sur 120')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Page suivante' })).toBeDisabled();
  });

  test('a search leads back to the first page', async ({ page, api }) => {
    await page.goto('/lines?page=2');
    await expect(page.getByText('51–100 sur 120')).toBeVisible();
    await page.getByRole('searchbox').fill('kerbrat');
    await expect(page).toHaveURL('/lines?search=kerbrat');
    await expect.poll(() => lastRowsAskedFor(api)['page']).toBe('1');
  });

  test('a page past the end leads to the first', async ({ page, api }) => {
    await page.goto('/lines?page=9');
    await page.getByRole('button', { name: 'Aller à la première page' }).click();
    await expect(page.getByText('1–50 sur 120')).toBeVisible();
    expect(lastRowsAskedFor(api)['page']).toBe('1');
  });

  test('from past the end one reaches the last page', async ({ page, api }) => {
    api.given(aCart({ lines: [aLine()] }));
    await page.goto('/lines?page=9');
    await expect(page.getByRole('heading', { name: "Il n'y a rien sur cette page" })).toBeVisible();
    await page.getByRole('button', { name: 'Aller à la dernière page' }).click();
    await expect(page.getByText('101–121 sur 121')).toBeVisible();
    await page.goto('/lines?page=7');
    await expect(page.getByRole('button', { name: /^Vue :/ })).toBeVisible();
    await page.keyboard.press('p');
    await expect(page).toHaveURL('/lines?page=3');
    await expect(page.getByText('101–121 sur 121')).toBeVisible();
  });

  test('the first rows cost one early request', async ({ page, api }) => {
    await page.goto('/lines?state=acknowledged');
    await expect(page.getByRole('row')).not.toHaveCount(0);
    expect(rowsAskedFor(api)).toHaveLength(1);
    const initiators = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('/api/'))
        .map((entry) => (entry instanceof PerformanceResourceTiming ? entry.initiatorType : '')),
    );
    expect(initiators[0]).toBe('link');
  });

  for (const list of ['items-count', 'bare', 'bare-with-total'] as const) {
    test.describe(`from a server that answers ${list}`, () => {
      test.use({ apiOptions: { dialect: { list } } });

      test('the list has pages all the same', async ({ page }) => {
        await page.goto('/lines');
        await expect(page.getByText('1–50 sur 120')).toBeVisible();
        await expect(page.getByRole('row')).toHaveCount(51);
        await page.getByRole('button', { name: 'Page suivante' }).click();
        await expect(page.getByText('51–100 sur 120')).toBeVisible();
        await expect(page.getByRole('row')).toHaveCount(51);
      });

      test('the list is filtered, sorted and searched all the same', async ({ page, api }) => {
        api.given(aCart({ lines: [aLine({ end_customer_name: 'Zinguerie Le Goff' })] }));
        await page.goto('/lines?sort=-end_customer_name');
        await expect(page.getByRole('row').nth(1)).toContainText('Zinguerie Le Goff');
        await page.getByRole('searchbox', { name: 'Rechercher des lignes' }).fill('zinguerie');
        await expect(page.getByRole('row')).toHaveCount(2);
        await expect(row(page, 'Zinguerie Le Goff')).toBeVisible();
        await page.getByRole('combobox', { name: 'État' }).selectOption('Rejetée');
        await expect(page.getByRole('heading', { name: 'Rien ne correspond à ces filtres' })).toBeVisible();
      });
    });
  }
});

test('a desk without lines says where lines come from', async ({ page, api }) => {
  await page.goto('/lines');
  await expect(page.getByRole('heading', { name: 'Aucune ligne de commande' })).toBeVisible();
  await page.getByRole('searchbox').fill('rien');
  await expect(page.getByRole('heading', { name: 'Rien ne correspond à ces filtres' })).toBeVisible();
  expect(lastRowsAskedFor(api)['search']).toBe('rien');
});

test('a failed list keeps its filters and offers Retry', async ({ page, api, expectComplaint }) => {
  expectComplaint(/500/);
  api.given(THREE_STATES);
  await page.clock.install();
  // A reading is tried more than once before anybody is told.
  api.faults.next({ operation: 'listLines', times: 99 }, { answer: { status: 500, body: '<h1>Oops</h1>' } });
  await page.goto('/lines?search=garage');
  await waitFor(page, page.getByRole('alert'));
  await expect(page.getByRole('alert')).toContainText('Chargement impossible');
  api.faults.clear();
  await expect(page.getByRole('searchbox')).toHaveValue('garage');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(row(page, 'Garage Moreau')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('after a failed change the old rows stay', async ({ page, api, expectComplaint }) => {
  expectComplaint(/400/);
  api.given(THREE_STATES);
  await page.goto('/lines');
  await expect(row(page, 'Garage Moreau')).toBeVisible();
  api.faults.next(
    { operation: 'listLines', query: { state: 'rejected_creation', page_size: '50' } },
    { answer: { status: 400, body: '{"detail":"Nein"}' } },
  );
  await page.getByRole('combobox', { name: 'État' }).selectOption('Rejetée');
  await expect(page.getByRole('alert')).toContainText('Nein');
  await expect(page.getByText("Les lignes ci-dessous sont celles d'avant ce changement.")).toBeVisible();
  await expect(row(page, 'Garage Moreau')).toBeVisible();
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(row(page, 'Garage Moreau')).toHaveCount(0);
  await expect(row(page, 'Mairie de Plouha')).toBeVisible();
});

test("a row's reference is copied, or refused in words", async ({ page, api, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  api.given(aCart({ lines: [aLine({ order_reference: 'PO_42', state: 'acknowledged' })] }));
  await page.goto('/lines');
  const copy = page.getByRole('button', { name: 'Copier Référence' });
  const said = page.getByRole('status').filter({ hasText: 'Copié' });
  await copy.click();
  await expect(said).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('PO_42');
  const first = await said.textContent();
  await copy.click();
  await expect.poll(() => said.textContent()).not.toBe(first);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await copy.click();
  await expect(page.getByText('Le navigateur refuse de copier')).toBeVisible();
});

test('a malformed row stays one row', async ({ page, api }) => {
  api.given(THREE_STATES);
  api.faults.next({ operation: 'listLines' }, { reshape: breakSecondRow });
  await page.goto('/lines');
  await expect(row(page, "Cette ligne n'a pas pu être lue")).toHaveCount(1);
  await expect(page.getByRole('row')).toHaveCount(4);
  await expect(row(page, 'Mairie de Plouha')).toBeVisible();
  await expect(row(page, 'Boulangerie Petit')).toBeVisible();
});

test('an unknown state shows its raw word', async ({ page, api }) => {
  api.given(aCart({ lines: [aLine({ end_customer_name: 'Garage Moreau', state: 'technical_error' })] }));
  await page.goto('/lines?state=technical_error');
  await expect(row(page, 'Garage Moreau')).toContainText('technical_error');
  await expect(page.getByRole('combobox', { name: 'État' })).toHaveValue('technical_error');
});

test('a draft expiring within two weeks is marked', async ({ page, api }) => {
  api.given(
    aCart({
      lines: [
        aLine({ end_customer_name: 'Garage Moreau', daysOld: 80 }),
        aLine({ end_customer_name: 'Mairie de Plouha', daysOld: 95 }),
        aLine({ end_customer_name: 'Boulangerie Petit', daysOld: 5 }),
      ],
    }),
  );
  await page.goto('/lines');
  await expect(row(page, 'Garage Moreau')).toContainText(/Expire le \d/);
  await expect(row(page, 'Mairie de Plouha')).toContainText(/Expiré le \d/);
  await expect(row(page, 'Boulangerie Petit')).not.toContainText(/Expir/);
  await row(page, 'Garage Moreau').getByRole('link').first().click();
  await expect(page.getByText(/Ce brouillon expire le/)).toBeVisible();
});

function breakSecondRow(body: unknown): unknown {
  if (!isWireObject(body) || !isUnknownArray(body['results'])) throw new Error('This is no list');
  return { ...body, results: body['results'].map((entry, index) => (index === 1 ? 'gibberish' : entry)) };
}

test('a click during a search leads to its row', async ({ page, api }) => {
  await page.clock.install({ time: new Date('2026-11-20T10:00:00+01:00') });
  api.given(
    aCart({
      lines: [
        aLine({ end_customer_name: 'Garage Moreau' }),
        aLine({ end_customer_name: 'Mairie de Plouha' }),
      ],
    }),
  );
  await page.goto('/lines');
  await expect(row(page, 'Garage Moreau')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Vue :/ })).toBeVisible();
  await page.clock.pauseAt(new Date('2026-11-20T10:01:00+01:00'));
  await page.getByRole('searchbox').fill('Moreau');
  // The text would count in a moment; the line takes longer than that.
  await page.clock.runFor(190);
  const reading = api.faults.next({ operation: 'readLine' }, { hold: 'before' });
  await row(page, 'Mairie de Plouha').getByRole('link').first().click();
  await page.clock.runFor(1_000);
  reading.release();
  await page.clock.resume();
  await expect(page.getByRole('heading', { name: /Mairie de Plouha/ })).toBeVisible();

  await page.goBack();
  await expect(page).toHaveURL('/lines?search=Moreau');
  await expect(page.getByRole('searchbox')).toHaveValue('Moreau');
  await expect(row(page, 'Garage Moreau')).toBeVisible();
  await expect(row(page, 'Mairie de Plouha')).toHaveCount(0);
});

for (const locale of ['fr-FR', 'en-GB']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    for (const width of [1280, 1366, 1440]) {
      test(`no word of the headers breaks at ${width} pixels`, async ({ page, api }) => {
        api.given(aCart({ lines: [aLine({ external_id: 'LIG-1' })] }));
        await page.setViewportSize({ width, height: 800 });
        await page.goto('/lines');
        await expect(page.getByRole('table')).toContainText('LIG-1');
        expect(await brokenWords(page)).toEqual([]);
      });
    }
  });
}
