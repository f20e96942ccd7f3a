import type { Locator, Page } from '@playwright/test';
import { expect, test as base } from '~e2e/fixtures';
import { openPlacingDesk, type PlacingDesk } from '~e2e/placing-desk';
import { outcome, waitFor } from '~e2e/steps';
import type { Fault, FaultHandle } from '~/mock-api/faults';

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

async function review(page: Page, { reviewAddress }: PlacingDesk): Promise<void> {
  await page.goto(reviewAddress);
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

test('two tabs place the order once, and both end at its outcome', async ({
  page,
  desk,
  context,
  expectComplaint,
}) => {
  expectComplaint(/409/);
  const tab = await context.newPage();
  await Promise.all([review(page, desk), review(tab, desk)]);
  const confirmation = desk.api.faults.next({ operation: 'confirmCart' }, { hold: 'before' });
  await Promise.all([place(page).click(), place(tab).click()]);
  await confirmation.met;
  confirmation.release();
  await page.bringToFront();
  await expect(outcome(page)).toBeVisible({ timeout: 15_000 });
  await tab.bringToFront();
  await tab.reload();
  await expect(outcome(tab)).toBeVisible({ timeout: 15_000 });
  expect(desk.placed()).toBe(1);
});

test('a reload during the request goes on checking and ends at the outcome', async ({ page, desk }) => {
  const confirmation = await placeAndHold(page, desk, { hold: 'before' });
  await page.reload();
  await expect(checking(page)).toBeVisible();
  await expect(place(page)).toHaveCount(0);
  confirmation.release();
  await expectPlacedOnce(page, desk);
});

test('a browser that sends it again on a dropped connection places the order once', async ({
  page,
  desk,
  expectComplaint,
}) => {
  expectComplaint(/409|ERR_/);
  await review(page, desk);
  const confirmation = desk.api.faults.next({ operation: 'confirmCart' }, { hold: 'before' });
  desk.proxy.dropNext('/confirm/ HTTP/1.1', confirmation.met);
  await place(page).click();
  await expect.poll(() => desk.proxy.seen('/confirm/ HTTP/1.1'), 'the browser sends it again').toBe(2);
  confirmation.release();
  await expectPlacedOnce(page, desk);
});

test('a gateway that is killed and restarted during the request places the order once', async ({
  page,
  desk,
  expectComplaint,
}) => {
  expectComplaint(/ERR_|409|50\d/);
  const confirmation = await placeAndHold(page, desk, { hold: 'before' });
  await desk.restartGateway();
  await expect(checking(page)).toBeVisible({ timeout: 15_000 });
  await expect(place(page)).toHaveCount(0);
  confirmation.release();
  await expectPlacedOnce(page, desk);
});

test('a copy that the browser sends to the restarted gateway is not taken for proof that nothing was sent', async ({
  page,
  desk,
  expectComplaint,
}) => {
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

test('an API that is too slow to answer, and has placed the order, is found to have', async ({
  page,
  desk,
  expectComplaint,
}) => {
  expectComplaint(/504/);
  const confirmation = await placeAndHold(page, desk, { hold: 'after' });
  // Its readings show it only later.
  const later = desk.api.faults.next({ operation: 'readCart' }, { hold: 'before' });
  await expect(checking(page)).toBeVisible({ timeout: 15_000 });
  later.release();
  confirmation.release();
  await expectPlacedOnce(page, desk);
});

test('an API that is too slow to answer, and never placed the order, is said not to have, and then does once', async ({
  page,
  desk,
  expectComplaint,
}) => {
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
