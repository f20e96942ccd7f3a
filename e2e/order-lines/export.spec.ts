import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { exportedFile } from '~e2e/steps';
import { isWireObject } from '~/contract/scalars';
import { aCart, aLine } from '~/mock-api/store/given';

const HOSTILE = '=HYPERLINK("http://evil.example","Ouvrir")';

test('matching lines are exported without formulas', async ({ page, api }) => {
  api.given(
    aCart({
      lines: [
        aLine({ end_customer_name: HOSTILE, external_id: '007', state: 'acknowledged' }),
        aLine({ end_customer_name: 'Café Étoilé', external_id: '+33199001234', state: 'acknowledged' }),
        ...Array.from({ length: 220 }, () => aLine({ state: 'acknowledged' })),
        aLine({ end_customer_name: 'Pas cette ligne' }),
      ],
    }),
  );
  await page.goto('/lines?state=acknowledged');
  await page.getByRole('button', { name: 'Exporter', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('222');
  const text = (await exportedFile(page, 'CSV')).toString('utf8');
  const rows = text.trim().split('\r\n');
  expect(rows).toHaveLength(223);
  expect(rows[0]).toContain('Référence;Client final;Nom de la commande;Votre référence');
  expect(text).toContain('Café Étoilé');
  expect(text).not.toContain('Pas cette ligne');
  // Nothing begins as a formula does, inside or outside of quotes.
  expect(text).not.toMatch(/(^|[;\r\n])"?[=+@-]/m);
  expect(text).toContain("'+33199001234");
});

test('ticked lines are exported as a spreadsheet', async ({ page, api }) => {
  api.given(
    aCart({ lines: [aLine({ end_customer_name: 'Garage Moreau' }), aLine({ end_customer_name: 'Autre' })] }),
  );
  await page.goto('/lines');
  await page.getByRole('checkbox', { name: /Sélectionner Garage Moreau/ }).check();
  await page.getByRole('button', { name: 'Exporter la sélection' }).click();
  const file = await exportedFile(page, 'XLSX');
  // A spreadsheet is a ZIP archive.
  expect(file.subarray(0, 2).toString('latin1')).toBe('PK');
});

test("an export waits for another tab's export", async ({ page, context, api }) => {
  api.given(aCart({ lines: [aLine()] }));
  const hold = api.faults.next({ operation: 'listLines', query: { page_size: '200' } }, { hold: 'after' });
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto('/lines');
    await tab.getByRole('button', { name: 'Exporter', exact: true }).click();
  }
  const start = (tab: Page) => tab.getByRole('dialog').getByRole('button', { name: 'Exporter', exact: true });
  await start(page).click();
  await hold.met;
  await start(other).click();
  await expect(other.getByRole('dialog')).toContainText('Un autre export est en cours dans ce navigateur');
  hold.release();
  await expect(page.getByRole('dialog')).toContainText('1 ligne');
  await expect(start(page)).toBeHidden();
  await start(other).click();
  await expect(start(other)).toBeHidden();
  const asked = api.ledger.entries.filter(({ query }) => query['page_size'] === '200');
  expect(asked).toHaveLength(2);
});

test("a CSV is offered beyond a sheet's rows", async ({ page, api }) => {
  api.given(aCart({ lines: [aLine()] }));
  api.faults.next(
    { operation: 'listLines', query: { page_size: '50' } },
    { reshape: (body) => (isWireObject(body) ? { ...body, count: 1_048_576 } : body) },
  );
  await page.goto('/lines');
  await page.getByRole('button', { name: 'Exporter', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: /XLSX/ })).toBeDisabled();
  await expect(dialog.getByRole('radio', { name: /CSV/ })).toBeChecked();
  await expect(dialog).toContainText(/Au-delà de 1.048.575 lignes, le fichier est un CSV/);
});
