import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { SCREENS, WORDS } from './screens';

/*
 * Every screen, in both languages, light and dark: no finding of the automated audit, and no scrolling sideways on a
 * narrow screen. The two languages swap which appearance is looked at on which width.
 */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** How many pixels the page is wider than the screen. */
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

// Tall, for the bar that stays at the foot of a window would cover some field halfway, wherever one has scrolled to.
const WIDE = { width: 1280, height: 3000 };
const NARROW = { width: 320, height: 5000 };

const LOOKS = [
  { locale: 'fr-FR', colorScheme: 'light', viewport: WIDE },
  { locale: 'fr-FR', colorScheme: 'dark', viewport: NARROW },
  { locale: 'en-GB', colorScheme: 'dark', viewport: WIDE },
  { locale: 'en-GB', colorScheme: 'light', viewport: NARROW },
] as const;

for (const { locale, colorScheme, viewport } of LOOKS) {
  test.describe(`in ${locale}, ${colorScheme}, ${viewport.width} pixels wide`, () => {
    test.use({ locale, colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } });

    for (const { name, open } of SCREENS) {
      test(`${name} passes the audit and does not scroll sideways`, async ({
        page,
        api,
        expectComplaint,
      }) => {
        expectComplaint(/Failed to load resource/);
        await open({ page, api, words: WORDS[locale] });
        expect(await findings(page)).toEqual([]);
        expect(await overhang(page), 'pixels beyond the screen').toBe(0);
      });
    }
  });
}
