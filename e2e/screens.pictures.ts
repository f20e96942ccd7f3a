import type { Page } from '@playwright/test';
import { test } from './fixtures';
import { LOOKS, showIn, type Look } from './looks';
import { SCREENS } from '~e2e/screens/screens';
import { WORDS } from '~e2e/screens/words';

/* `npm run screenshots`: every screen as it is printed, in forced colours, in large and spaced text, and very small. */

const { printLight, printDark, forcedLight, forcedDark, large, largeNarrow, spaced, spacedNarrow } = LOOKS;
const { small, low } = LOOKS;
const BOTH: readonly { readonly locale: 'fr-FR' | 'en-GB'; readonly looks: readonly Look[] }[] = [
  { locale: 'fr-FR', looks: [printLight, forcedDark, large, spacedNarrow, small] },
  { locale: 'en-GB', looks: [printDark, forcedLight, spaced, largeNarrow, low] },
];

for (const { locale, looks } of BOTH) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    for (const { name, open } of SCREENS) {
      test(`${name} is photographed`, async ({ page, api, expectComplaint }) => {
        expectComplaint(/Failed to load resource/);
        await open({ page, api, words: WORDS[locale] });
        for (const look of looks) {
          await showIn(page, look);
          const file = `${name.replaceAll(' ', '-')}-${locale.slice(0, 2)}-${look.name}.png`;
          // A bar at the foot of the window stands at the foot of the picture.
          if (look !== small && look !== low) await showWhole(page);
          await page.screenshot({
            path: `${process.env['PICTURES']}/${file}`,
            animations: 'disabled',
          });
        }
      });
    }
  });
}

/** Makes the window as high as the page. */
async function showWhole(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const { width } = page.viewportSize() ?? { width: 0 };
  await page.setViewportSize({ width, height });
}
