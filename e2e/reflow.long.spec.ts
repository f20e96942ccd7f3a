import { expect, test } from './fixtures';
import { rounds } from './long-trial';
import { LOOKS, showIn } from './looks';
import { brokenWords, cutTexts, cutValues, hiddenFocuses, overhang, whenSettled } from './reflow';
import { SCREENS } from '~e2e/screens/screens';
import { WORDS } from '~e2e/screens/words';

const drawn = (screens: typeof SCREENS) =>
  rounds({ whole: screens.length, sample: 6 }).flatMap((number) => screens[number - 1] ?? []);
const isEmpty = (texts: readonly string[]) => texts.length === 0;
const { printLight, large, largeNarrow, spaced, spacedNarrow, small, low } = LOOKS;

for (const { name, open } of drawn(SCREENS)) {
  test(`${name} hides no focus`, async ({ page, api, expectComplaint }) => {
    expectComplaint(/Failed to load resource/);
    await open({ page, api, words: WORDS['fr-FR'] });
    const hidden: string[] = [];
    for (const look of [small, low]) {
      await showIn(page, look);
      for (const text of await hiddenFocuses(page)) hidden.push(`${look.name}: ${text}`);
    }
    expect(hidden).toEqual([]);
  });
}

for (const { name, open } of drawn(SCREENS)) {
  test(`${name} cuts no text`, async ({ page, api, expectComplaint }) => {
    expectComplaint(/Failed to load resource/);
    await open({ page, api, words: WORDS['fr-FR'] });
    const cut: string[] = [];
    for (const look of [large, largeNarrow, spaced, spacedNarrow]) {
      await showIn(page, look);
      for (const text of await whenSettled(page, cutTexts, isEmpty)) cut.push(`${look.name}: ${text}`);
      const beyond = await whenSettled(page, overhang, (pixels) => pixels <= 0);
      if (beyond > 0) cut.push(`${look.name}: ${beyond} pixels beyond the screen`);
      if (look !== largeNarrow) continue;
      for (const text of await brokenWords(page, 9)) cut.push(`${look.name}: ${text}`);
    }
    expect(cut).toEqual([]);
  });
}

for (const { name, open } of drawn(SCREENS)) {
  test(`${name} is whole on paper`, async ({ page, api, expectComplaint }) => {
    expectComplaint(/Failed to load resource/);
    await open({ page, api, words: WORDS['fr-FR'] });
    await showIn(page, printLight);
    expect(await whenSettled(page, cutTexts, isEmpty), 'cut texts').toEqual([]);
    expect(await cutValues(page), 'cut values').toEqual([]);
    expect(await brokenWords(page), 'broken words').toEqual([]);
    expect(await overhang(page), 'pixels beyond the paper').toBe(0);
  });
}
