import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, serve, test as base } from '~e2e/fixtures';
import { browsersOf, killer, type ProfileBrowsers } from '~e2e/killed-browser';
import { neverRetry, rounds } from '~e2e/long-trial';
import { field, keptTexts } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { createMockApi, type MockApi } from '~/mock-api/create-mock-api';

interface Desk {
  readonly api: MockApi;
  /** Where the browser's profile is on the disk. */
  readonly profile: string;
  readonly start: ProfileBrowsers['start'];
}

/** A browser of its own, whose profile outlives it. */
const test = base.extend<{ desk: Desk }>({
  desk: async ({ playwright, launchOptions, baseURL, locale, timezoneId, gatewayClock }, provide, info) => {
    const api = createMockApi({});
    const profile = info.outputPath('profile');
    const options = { launchOptions, baseURL, locale, timezoneId };
    const browsers = browsersOf(playwright.chromium, profile, options);
    await provide({
      api,
      profile,
      start: async () => {
        const browser = await browsers.start();
        await serve(browser.context, api, gatewayClock);
        return browser;
      },
    });
    await browsers.close();
  },
});

neverRetry(test);

/** A person's pace: one key in 60 milliseconds. */
const HUMAN = { delay: 60 };

/** Types at a person's pace; is done when the key after the last one would be due. */
async function typeLikeAPerson(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, HUMAN);
  // The pause comes after a key, but before a character that no key gives: then the last one had none yet.
  if (/\P{ASCII}$/u.test(text)) await page.keyboard.press('Shift', HUMAN);
}

const SENTENCE =
  "Sonner deux fois, puis demander M. Le Guen au 2e étage : le local télécom est au fond, la clé n° 0042 chez l'accueil.";

for (const run of rounds({ whole: 20, sample: 2 })) {
  test(`killing the browser loses no character (${run} of 20)`, async ({ desk }) => {
    test.slow();
    const { lineId } = desk.api.given(aCart({ lines: [aLine()] }));
    let typed = '';
    for (let kills = 0; kills < 5; kills += 1) {
      const { page, context } = await desk.start();
      await page.goto(`/lines/${lineId}`);
      if (typed !== '') await page.getByRole('button', { name: 'Restaurer' }).click();
      await expect(field(page, 'Note')).toHaveValue(typed);
      await field(page, 'Note').focus();
      await page.keyboard.press('End');
      // Another number of keys each time, so that the end comes at another moment.
      const more = SENTENCE.slice(typed.length, typed.length + 9 + ((run * 7 + kills * 5) % 11));
      await typeLikeAPerson(page, more);
      typed += more;
      await (
        await killer(context)
      )();
    }
    const { page } = await desk.start();
    await page.goto(`/lines/${lineId}`);
    await page.getByRole('button', { name: 'Restaurer' }).click();
    await expect(field(page, 'Note')).toHaveValue(typed);
    expect(desk.api.ledger.of('updateLine')).toEqual([]);
  });
}

test('stored text is unreadable on the disk', async ({ desk }) => {
  const { lineId } = desk.api.given(aCart({ lines: [aLine()] }));
  const { page, context } = await desk.start();
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Client final').fill('Zénobie Canaris');
  await field(page, 'Nom', 'Contact sur site').fill('Canaris');
  await expect(page.getByText('Modifications non enregistrées dans 2 champs')).toBeVisible();
  await keptTexts(page, (count) => count === 1);
  await context.close();

  const files = await readdir(desk.profile, { recursive: true, withFileTypes: true });
  const contents = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
  );
  const isSomewhere = (text: string) =>
    contents.some((bytes) =>
      [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()].some(
        (written) => bytes.includes(written),
      ),
    );
  // The name of the record is readable: the search looks where the text is.
  expect(isSomewhere(lineId)).toBe(true);
  expect(isSomewhere('Canaris')).toBe(false);
  expect(isSomewhere('nobie')).toBe(false);
});
