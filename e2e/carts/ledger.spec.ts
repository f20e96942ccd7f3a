import type { Locator, Page } from '@playwright/test';
import { expect, test as base } from '~e2e/fixtures';
import { openPlacingDesk, type PlacingDesk } from '~e2e/placing-desk';
import { outcome, waitFor } from '~e2e/steps';
import type { Fault, FaultHandle } from '~/mock-api/http/faults';

const NOT_PLACED = /n'a pas été passée|Rien n'a été commandé/;
const PLACED = /La commande a été créée/;

const test = base.extend<{ desk: PlacingDesk }>({
  desk: async ({ context }, provide) => {
    const desk = await openPlacingDesk(context);
    await provide(desk);
    // A page that is still open would complain that the desk is gone.
    await Promise.all(context.pages().map((page) => page.close()));
    await desk.close();
    expect(desk.placed(), 'how often the cart was placed').toBeLessThanOrEqual(1);
    const lies = desk.told.filter(
      ({ text, placed }) => (NOT_PLACED.test(text) && placed > 0) || (PLACED.test(text) && placed === 0),
    );
    expect(lies, 'what the screen told against the ledger').toEqual([]);
  },
});

const place = (page: Page): Locator => page.getByRole('button', { name: 'Passer la commande' });
const checking = (page: Page): Locator => page.getByText('Nous ne savons pas encore si la commande');

async function review(page: Page, { reviewUrl }: PlacingDesk): Promise<void> {
  await page.goto(reviewUrl);
  await expect(place(page)).toBeEnabled();
}

/** Reviews and clicks; the confirmation is held at the API. */
async function placeAndHold(page: Page, desk: PlacingDesk, fault: Fault): Promise<FaultHandle> {
  await review(page, desk);
  const confirmation = desk.api.faults.next({ operation: 'confirmCart' }, fault);
  await place(page).click();
  await confirmation.met;
  return confirmation;
}

async function expectPlacedOnce(page: Page, desk: PlacingDesk): Promise<void> {
  await expect(outcome(page)).toBeVisible({ timeout: 30_000 });
  expect(desk.placed()).toBe(1);
}

test('a double click places the order once', async ({ page, desk }) => {
  await review(page, desk);
  await place(page).dblclick();
  await expectPlacedOnce(page, desk);
});

test('a double Enter places the order once', async ({ page, desk }) => {
  await review(page, desk);
  await place(page).focus();
  await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')]);
  await expectPlacedOnce(page, desk);
});

test('two tabs place the order once', async ({ page, desk, context, expectComplaint }) => {
  expectComplaint(/409/);
  const tab = await context.newPage();
  await Promise.all([review(page, desk), review(tab, desk)]);
  const confirmation = desk.api.faults.next({ operation: 'confirmCart' }, { hold: 'before' });
  // A full browser does not paint the tab behind, and a click waits for a painted button.
  await Promise.all([place(page).press('Enter'), place(tab).press('Enter')]);
  await confirmation.met;
  confirmation.release();
  await page.bringToFront();
  await expect(outcome(page)).toBeVisible({ timeout: 15_000 });
  await tab.bringToFront();
  await tab.reload();
  await expect(outcome(tab)).toBeVisible({ timeout: 15_000 });
  expect(desk.placed()).toBe(1);
});

test('a click while another tab places says so', async ({ page, desk, context, expectComplaint }) => {
  expectComplaint(/409/);
  const tab = await context.newPage();
  await Promise.all([review(page, desk), review(tab, desk)]);
  let tickets = 0;
  let release = (): void => undefined;
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  await context.route('**/gw/confirm-tickets', async (route) => {
    tickets += 1;
    await isReleased;
    await route.continue();
  });
  await place(page).press('Enter');
  await expect.poll(() => tickets).toBe(1);
  await tab.bringToFront();
  await place(tab).press('Enter');
  await expect(place(tab)).toHaveCount(0);
  release();
  await expect(tab.getByRole('alert').filter({ hasText: "Ce clic n'a rien envoyé" })).toBeVisible();
  await page.bringToFront();
  await expectPlacedOnce(page, desk);
  expect(tickets).toBe(1);
});

test('a second click within the second says what happens', async ({
  page,
  desk,
  browser,
  expectComplaint,
}) => {
  expectComplaint(/409|504/);
  const colleague = await browser.newContext({ locale: 'fr-FR' });
  const other = await colleague.newPage();
  await Promise.all([review(page, desk), review(other, desk)]);
  const confirmation = desk.api.faults.next({ operation: 'confirmCart' }, { hold: 'before' });
  // Both have a ticket before either confirmation arrives.
  await other.route('**/confirm/', async (route) => {
    await confirmation.met;
    await route.continue();
  });
  const ticket = other.waitForResponse('**/gw/confirm-tickets');
  await place(other).click();
  await ticket;
  await place(page).click();
  const alert = other.getByRole('alert').filter({ hasText: "Ce clic n'a rien envoyé" });
  await expect(alert).toBeVisible();
  await expect(other.getByRole('main')).not.toContainText(/Rien n'a été commandé|réessayer/);
  await other.goto(desk.reviewUrl.replace('/confirm', '/record'));
  await expect(other.getByRole('main')).toContainText('Cet ordinateur ne peut pas montrer');
  await expect(other.getByRole('main')).not.toContainText('Envoyé le');
  confirmation.release();
  await expectPlacedOnce(page, desk);
  await other.goto(desk.reviewUrl.replace('/confirm', ''));
  await expect(outcome(other)).toBeVisible();
  await colleague.close();
});

test('a reload during the request ends at the outcome', async ({ page, desk }) => {
  const confirmation = await placeAndHold(page, desk, { hold: 'before' });
  await page.reload();
  await expect(checking(page)).toBeVisible();
  await expect(place(page)).toHaveCount(0);
  confirmation.release();
  await expectPlacedOnce(page, desk);
});

test('a request that the browser repeats places one order', async ({ page, desk, expectComplaint }) => {
  expectComplaint(/409|ERR_/);
  await review(page, desk);
  const confirmation = desk.api.faults.next({ operation: 'confirmCart' }, { hold: 'before' });
  desk.proxy.dropNext('/confirm/ HTTP/1.1', confirmation.met);
  await place(page).click();
  await expect.poll(() => desk.proxy.seen('/confirm/ HTTP/1.1'), 'the browser sends it again').toBe(2);
  confirmation.release();
  await expectPlacedOnce(page, desk);
});

test('a gateway restart during the request places one order', async ({ page, desk, expectComplaint }) => {
  expectComplaint(/ERR_|409|50\d/);
  const confirmation = await placeAndHold(page, desk, { hold: 'before' });
  await desk.restartGateway();
  await expect(checking(page)).toBeVisible({ timeout: 15_000 });
  await expect(place(page)).toHaveCount(0);
  confirmation.release();
  await expectPlacedOnce(page, desk);
});

test('a copy to a restarted gateway proves nothing', async ({ page, desk, expectComplaint }) => {
  expectComplaint(/409|ERR_/);
  await review(page, desk);
  const confirmation = desk.api.faults.next({ operation: 'confirmCart' }, { hold: 'before' });
  const restarted = confirmation.met.then(() => desk.restartGateway());
  desk.proxy.dropNext('/confirm/ HTTP/1.1', restarted);
  await place(page).click();
  await expect.poll(() => desk.proxy.seen('/confirm/ HTTP/1.1'), 'the browser sends it again').toBe(2);
  await expect(checking(page)).toBeVisible({ timeout: 15_000 });
  confirmation.release();
  await expectPlacedOnce(page, desk);
});

test('an order placed without an answer is found', async ({ page, desk, expectComplaint }) => {
  expectComplaint(/504/);
  const confirmation = await placeAndHold(page, desk, { hold: 'after' });
  // Its readings show it only later.
  const later = desk.api.faults.next({ operation: 'readCart' }, { hold: 'before' });
  await expect(checking(page)).toBeVisible({ timeout: 15_000 });
  later.release();
  confirmation.release();
  await expectPlacedOnce(page, desk);
});

test('an order that was not placed can be placed again', async ({ page, desk, expectComplaint }) => {
  expectComplaint(/504/);
  await page.clock.install();
  const confirmation = await placeAndHold(page, desk, { hold: 'before', cut: 'before' });
  await expect(checking(page)).toBeVisible({ timeout: 15_000 });
  confirmation.release();
  await waitFor(page, page.getByText(NOT_PLACED));
  expect(desk.placed()).toBe(0);
  await page.getByRole('button', { name: 'Vérifier à nouveau le panier' }).click();
  await place(page).click();
  await expectPlacedOnce(page, desk);
});
