import type { Browser, Page } from '@playwright/test';
import { expect, test as base } from '~e2e/fixtures';
import { openPlacingDesk, type PlacingDesk } from '~e2e/placing-desk';
import { field, outcome, saveLine } from '~e2e/steps';

/* A cart with an open confirmation is locked for everybody: other tabs and other computers. */

const test = base.extend<{ desk: PlacingDesk; colleague: Page }>({
  desk: async ({ context }, provide) => {
    const desk = await openPlacingDesk(context);
    await provide(desk);
    await Promise.all(context.pages().map((page) => page.close()));
    await desk.close();
  },
  colleague: async ({ browser }, provide) => provide(await onAnotherComputer(browser)),
});

async function onAnotherComputer(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  return context.newPage();
}

const place = (page: Page) => page.getByRole('button', { name: 'Passer la commande' });
const cartOf = ({ reviewUrl }: PlacingDesk) => reviewUrl.replace('/confirm', '');

/** Places the order; its confirmation waits at the API until it is released. */
async function placeAndHold(page: Page, { api }: PlacingDesk) {
  const confirmation = api.faults.next({ operation: 'confirmCart' }, { hold: 'before' });
  await place(page).click();
  await confirmation.met;
  return confirmation;
}

async function expectNothingOffered(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Supprimer le panier' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Ajouter une ligne' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Confirmer le panier' })).toHaveCount(0);
}

test('a colleague learns that a cart is being confirmed', async ({
  page,
  desk,
  colleague,
  expectComplaint,
}) => {
  expectComplaint(/409|504/);
  await page.goto(desk.reviewUrl);
  await colleague.goto(cartOf(desk));
  await expect(colleague.getByRole('button', { name: 'Supprimer le panier' })).toBeVisible();
  const confirmation = await placeAndHold(page, desk);

  // The colleague's page does not know it yet: the gateway refuses the deletion.
  await colleague.getByRole('button', { name: 'Supprimer le panier' }).click();
  const dialog = colleague.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Supprimer le panier' }).click();
  await expect(dialog.getByRole('alert')).toContainText('La confirmation de ce panier est en cours.');
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  const notice = colleague.getByRole('alert').filter({ hasText: 'depuis un autre ordinateur' });
  await expect(notice).toContainText(/depuis \d\d:\d\d/);
  await expect(notice).toContainText('personne ne peut modifier');
  await expectNothingOffered(colleague);
  expect(desk.api.ledger.of('deleteCart')).toEqual([]);

  confirmation.release();
  await expect(outcome(colleague)).toBeVisible({ timeout: 30_000 });
  expect(desk.placed()).toBe(1);
});

test("a colleague's change of a locked line is not sent", async ({
  page,
  desk,
  colleague,
  expectComplaint,
}) => {
  expectComplaint(/409|504/);
  await page.goto(desk.reviewUrl);
  await colleague.goto(cartOf(desk));
  await colleague.getByRole('link', { name: /Siège/ }).first().click();
  await field(colleague, 'Note').fill('Trop tard');
  await expect(place(page)).toBeEnabled();
  const confirmation = await placeAndHold(page, desk);
  await colleague.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(colleague.getByText('Le panier de cette ligne est en cours de confirmation')).toBeVisible();
  await expect(colleague.getByRole('button', { name: 'Supprimer la ligne' })).toHaveCount(0);
  await expect(field(colleague, 'Note')).toHaveValue('Trop tard');
  expect(desk.api.ledger.of('updateLine')).toEqual([]);
  confirmation.release();
  await expect(outcome(page)).toBeVisible({ timeout: 30_000 });
});

test('a locked line keeps text and reopens by itself', async ({ page, desk, colleague, expectComplaint }) => {
  test.slow();
  expectComplaint(/400|409|504/);
  await page.goto(desk.reviewUrl);
  await colleague.goto(cartOf(desk));
  await colleague.getByRole('link', { name: /Siège/ }).first().click();
  await field(colleague, 'Note').fill('Pas encore');
  await expect(place(page)).toBeEnabled();
  const refusal = { status: 400, body: { detail: 'No.' } };
  const confirmation = desk.api.faults.next(
    { operation: 'confirmCart' },
    { hold: 'before', answer: refusal },
  );
  await place(page).click();
  await confirmation.met;
  await colleague.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const notice = colleague.getByRole('status').filter({ hasText: 'depuis un autre ordinateur' });
  await expect(notice).toContainText(/en cours de confirmation, depuis \d\d:\d\d/);
  await expect(notice).toContainText('se rouvre de lui-même');
  await expect(field(colleague, 'Note')).not.toBeEditable();
  await expect(field(colleague, 'Note')).toHaveValue('Pas encore');

  confirmation.release();
  // On a slow machine the gateway's wait for the API is over by now. The lock then stands for its minute.
  await expect(field(colleague, 'Note')).toBeEditable({ timeout: 180_000 });
  await expect(field(colleague, 'Note')).toHaveValue('Pas encore');
  await expect(notice).toBeHidden();
  await saveLine(colleague);
  expect(desk.api.ledger.last('updateLine').body).toEqual({ note: 'Pas encore' });
});

test('another tab learns that its cart is being confirmed', async ({
  page,
  desk,
  context,
  expectComplaint,
}) => {
  expectComplaint(/504/);
  const tab = await context.newPage();
  await tab.goto(cartOf(desk));
  await expect(tab.getByRole('link', { name: 'Confirmer le panier' })).toBeVisible();
  await page.goto(desk.reviewUrl);
  const confirmation = await placeAndHold(page, desk);
  await expect(tab.getByText('Elle est partie de cet ordinateur')).toBeVisible();
  await expectNothingOffered(tab);
  confirmation.release();
  await expect(outcome(page)).toBeVisible({ timeout: 30_000 });
});

test('a line added meanwhile stops the deletion of a cart', async ({
  page,
  desk,
  colleague,
  expectComplaint,
}) => {
  expectComplaint(/412/);
  const cart = cartOf(desk);
  await page.goto(cart);
  await page.getByRole('button', { name: 'Supprimer le panier' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  const remove = dialog.getByRole('button', { name: 'Supprimer le panier' });
  await expect(remove).toBeEnabled();
  await colleague.goto(`${cart}/lines/new`);
  await field(colleague, 'Offre').fill('2173');
  await field(colleague, "Élément d'éligibilité").fill('ELIG-NEW');
  await colleague.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(colleague).toHaveURL(/\/lines\/[\w-]{36}/);
  await remove.click();
  await expect(dialog.getByRole('alert')).toContainText("Rien n'a été fait");
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  expect(desk.api.ledger.of('deleteCart')).toEqual([]);
});

test('two references changed at once both stay', async ({ page, desk, colleague, expectComplaint }) => {
  expectComplaint(/412/);
  const cart = cartOf(desk);
  await Promise.all([page.goto(cart), colleague.goto(cart)]);
  await field(page, 'Projet').fill('PRJ-1');
  await field(colleague, 'Votre référence').fill('CDE-2');
  await colleague.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(colleague.getByText('Références enregistrées.')).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Références enregistrées.')).toBeVisible();
  await expect(field(page, 'Votre référence')).toHaveValue('CDE-2');
  await expect(field(page, 'Projet')).toHaveValue('PRJ-1');
});
