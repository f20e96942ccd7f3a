import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { rounds } from './long-trial';
import { overhang } from './reflow';
import { SCREENS } from '~e2e/screens/screens';
import { WORDS } from '~e2e/screens/words';

/*
 * Every screen in both languages, light and dark, has no finding of the automated audit and does not scroll sideways.
 * Each language has one appearance on a wide screen and the other on a narrow one.
 */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

// Tall: in a low window the bar at its foot covers half of some field.
const WIDE = { width: 1280, height: 3000 };
const NARROW = { width: 320, height: 5000 };

const LOOKS = [
  { locale: 'fr-FR', colorScheme: 'light', viewport: WIDE },
  { locale: 'fr-FR', colorScheme: 'dark', viewport: NARROW },
  { locale: 'en-GB', colorScheme: 'dark', viewport: WIDE },
  { locale: 'en-GB', colorScheme: 'light', viewport: NARROW },
] as const;

const drawn = new Set(rounds({ whole: LOOKS.length * SCREENS.length, sample: 32 }));

for (const [index, { locale, colorScheme, viewport }] of LOOKS.entries()) {
  test.describe(`in ${locale}, ${colorScheme}, ${viewport.width} pixels wide`, () => {
    test.use({ locale, colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } });

    for (const [screen, { name, open }] of SCREENS.entries()) {
      if (!drawn.has(index * SCREENS.length + screen + 1)) continue;
      test(`${name} passes the audit`, async ({ page, api, expectComplaint }) => {
        expectComplaint(/Failed to load resource/);
        await open({ page, api, words: WORDS[locale] });
        expect(await findings(page)).toEqual([]);
        expect(await overhang(page), 'pixels beyond the screen').toBe(0);
      });
    }
  });
}
