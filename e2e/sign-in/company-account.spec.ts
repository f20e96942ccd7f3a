import type { Page } from '@playwright/test';
import { field, keptTexts, row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect, test } from './desk-test';
import { sheet, signIn, signInAtCompany } from './steps';

/** The notice that offers unsaved text. */
const LEFT = /n'a pas été enregistrée/;

const CART = aCart({
  external_id: 'CDE-1',
  lines: [aLine({ external_id: 'SIEGE', customer_order_name: 'Siège' })],
});

/** Answers the question whether to leave the page with no. */
function stayWhenAsked(page: Page): void {
  page.on('dialog', (dialog) => void dialog.dismiss());
}

test('a person signs in and returns to the page', async ({ page, desk }) => {
  desk.api.given(CART);
  await page.goto(`${desk.origin}/lines?search=Si`);
  await expect(sheet(page)).toBeVisible();
  await signIn(page);
  await expect(page).toHaveURL(`${desk.origin}/lines?search=Si`);
  await expect(row(page, 'Siège')).toBeVisible();
});

test('a person outside the list is told so', async ({ page, desk }) => {
  desk.api.given(CART);
  await page.goto(`${desk.origin}/lines`);
  await sheet(page).getByRole('button', { name: 'Se connecter avec le compte' }).click();
  await signInAtCompany(page, 'a.stranger');
  await expect(page.getByText("n'a pas accès aux commandes")).toBeVisible();
  expect(desk.api.ledger.of('listLines')).toHaveLength(0);
});

test('a person whose groups are omitted learns the reason', async ({ page, desk }) => {
  await page.goto(`${desk.origin}/lines`);
  await sheet(page).getByRole('button', { name: 'Se connecter avec le compte' }).click();
  await signInAtCompany(page, 'many.groups');
  await expect(page.getByText('dans un si grand nombre de groupes')).toBeVisible();
  await expect.poll(() => desk.log.join('\n')).toContain('"why":"groups_omitted"');
  expect(desk.log.join('\n')).not.toContain('many.groups');
});

test('a session that ends during an edit loses no text', async ({ page, context, desk }) => {
  desk.api.given(CART);
  const lineId = desk.api.store.lines()[0]?.id ?? '';
  await page.goto(`${desk.origin}/lines/${lineId}`);
  await signIn(page);
  const note = field(page, 'Note');
  await note.fill('Half a sentence');
  await context.clearCookies({ name: /^__Host-Http-ot/ });
  await note.pressSequentially(', and the rest');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(sheet(page)).toBeVisible();
  const opened = page.waitForEvent('popup');
  await sheet(page).getByRole('link', { name: 'Se connecter avec le compte' }).click();
  const popup = await opened;
  // The provider has a session still: the window asks nothing and closes.
  await popup.waitForEvent('close');
  await expect(sheet(page)).toBeHidden();
  await expect(note).toHaveValue('Half a sentence, and the rest');
  await expect(note).toBeFocused();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText(/Enregistré/).first()).toBeVisible();
  expect(desk.api.ledger.last('updateLine').body).toMatchObject({ note: 'Half a sentence, and the rest' });
  expect(desk.api.ledger.of('updateLine')).toHaveLength(1);
});

test('another person sees nothing of the previous one', async ({ page, context, desk }) => {
  desk.api.given(CART);
  const lineId = desk.api.store.lines()[0]?.id ?? '';
  await page.goto(`${desk.origin}/lines/${lineId}`);
  await signIn(page);
  stayWhenAsked(page);
  await field(page, 'Note').pressSequentially('Typed by the first');
  await keptTexts(page, (count) => count === 1);
  await context.clearCookies();
  await page.keyboard.press('ControlOrMeta+s');
  const opened = page.waitForEvent('popup');
  await sheet(page).getByRole('link', { name: 'Se connecter avec le compte' }).click();
  const popup = await opened;
  await signInAtCompany(popup, 'second.person');
  await expect(page.getByText('Name of second.person')).toBeVisible();
  await expect(field(page, 'Note')).toHaveValue('');
  await expect(page.getByText('Typed by the first')).toHaveCount(0);
  await expect(page.getByText(LEFT)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+s');

  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await page.getByRole('button', { name: 'Se connecter avec le compte' }).click();
  await signInAtCompany(page, 'canary.person');
  await expect(page.getByText('Name of canary.person')).toBeVisible();
  await page.goto(`${desk.origin}/lines/${lineId}`);
  await expect(page.getByText(LEFT)).toBeVisible();
  expect(desk.api.ledger.of('updateLine')).toHaveLength(0);
});

test('a sign-out ends every tab and every copied cookie', async ({ page, context, desk }) => {
  desk.api.given(CART);
  const lineId = desk.api.store.lines()[0]?.id ?? '';
  await page.goto(`${desk.origin}/lines`);
  await signIn(page);
  const other = await context.newPage();
  await other.goto(`${desk.origin}/lines/${lineId}`);
  await expect(other.getByText('Name of canary.person')).toBeVisible();
  stayWhenAsked(other);
  await field(other, 'Note').pressSequentially('Typed in the other tab');
  await keptTexts(other, (count) => count === 1);
  const copied = await context.cookies(desk.origin);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await expect(page.getByRole('heading', { name: 'Vous êtes déconnecté' })).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Vous êtes déconnecté' })).toBeVisible();
  await context.addCookies(copied);
  const answer = await page.evaluate(async () => (await fetch('/api/v1/product_order_item/')).status);
  expect(answer).toBe(401);
  await other.goto(`${desk.origin}/lines/${lineId}`);
  await signIn(other);
  await expect(other.getByText(LEFT)).toBeVisible();
  expect(desk.api.ledger.of('updateLine')).toHaveLength(0);
});

test('an idle session warns in time', async ({ page, desk }) => {
  await page.clock.install();
  await page.goto(`${desk.origin}/carts`);
  await signIn(page);
  await page.clock.fastForward('28:10');
  await page.clock.runFor(11_000);
  const warning = page.getByRole('alert').filter({ hasText: 'Votre session se termine' });
  await expect(warning).toBeVisible();
  await warning.getByRole('button', { name: 'Rester connecté' }).click();
  await expect(warning).toBeHidden();
  await page.clock.fastForward('31:00');
  await page.clock.runFor(11_000);
  await expect(sheet(page)).toContainText('Votre session est terminée');
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
});
