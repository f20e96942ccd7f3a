import type { Page } from '@playwright/test';
import { expect, serveTogether, test } from '~e2e/fixtures';
import { dice, neverRetry, rounds, runSeed } from '~e2e/long-trial';
import { field, row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { FIELDS, LABELS, type Label } from './labelled-fields';

neverRetry(test);

/*
 * Two people save one line at the same time, in rounds. Every call of their pages, session calls included, is delayed at
 * random. A loss is silent when a person reads "saved", no decision is shown, and the API has another value.
 */

const ROUNDS = rounds({ whole: 50, sample: 5 });
const LONGEST_DELAY = 200;
/** Of ten rounds, those that must end with both texts in place or a decision shown. */
const NINE_OF_TEN = 0.9;

interface Person {
  readonly page: Page;
  readonly typed: ReadonlyMap<Label, string>;
}

const asked = (page: Page) => page.getByRole('alert').filter({ hasText: 'les mêmes champs' });
const saved = (page: Page) => page.getByText(/^Enregistré à/);

/** Whether a click on Save ended in a question instead of a save. */
async function isAsked({ page }: Person): Promise<boolean> {
  await expect(asked(page).or(saved(page)).first()).toBeVisible();
  return asked(page).isVisible();
}

/** Decides every field for the own text, and saves. */
async function decideForMine(page: Page): Promise<void> {
  for (const mine of await asked(page)
    .getByRole('radio', { name: /La vôtre/ })
    .all())
    await mine.check();
  await asked(page).getByRole('button', { name: 'Enregistrer avec ces choix' }).click();
  await expect(saved(page)).toBeVisible();
}

/** Opens the first line of the list, or the one after the line that is open. */
async function openNext(page: Page, isFirst: boolean): Promise<void> {
  if (isFirst)
    await row(page, /Client \d/)
      .first()
      .getByRole('link')
      .first()
      .click();
  else await page.getByRole('button', { name: 'Ligne suivante' }).click();
}

async function type(page: Page, index: number, roll: (sides: number) => number): Promise<Person> {
  const chosen = LABELS.filter(() => roll(2) === 0);
  const typed = new Map<Label, string>();
  for (const label of chosen.length === 0 ? LABELS.slice(0, 1) : chosen) {
    const text = `${index}${roll(3)}`;
    await field(page, label).fill(text);
    typed.set(label, text);
  }
  return { page, typed };
}

test('two people lose nothing in silence', async ({ page, api, browser, gatewayClock, expectComplaint }) => {
  // The gateway refuses a write that is based on an older line.
  expectComplaint(/412/);
  test.setTimeout(120_000 + ROUNDS.length * 30_000);
  const elsewhere = await browser.newContext({ locale: 'fr-FR' });
  const pages = [page, await elsewhere.newPage()];
  const delays = dice(runSeed());
  await serveTogether([page.context(), elsewhere], api, gatewayClock, () => delays(LONGEST_DELAY));
  // A line for each round: the two go from one to the next, and load the page once.
  const lines = ROUNDS.map((round) =>
    aLine({ end_customer_name: `Client ${round}`, customer_order_name: '' }),
  );
  const { lineIds } = api.given(aCart({ lines }));
  for (const each of pages) await each.goto('/lines');
  let silent = 0;
  let ended = 0;
  let decided = 0;

  let open = 'no line';
  for (const round of ROUNDS) {
    const roll = dice(round);
    for (const each of pages) await openNext(each, open === 'no line');
    const names = pages.map((each) => each.getByRole('heading', { level: 1, name: /^Client \d/ }));
    for (const name of names) await expect(name).not.toHaveText(open);
    open = (await names[0]?.textContent()) ?? '';
    for (const name of names) await expect(name).toHaveText(open);
    const lineId = lineIds[lines.findIndex(({ end_customer_name }) => end_customer_name === open)] ?? '';
    const stored = () => api.store.line(lineId).content.values;

    const people: Person[] = [];
    for (const [index, each] of pages.entries()) people.push(await type(each, index, roll));
    await Promise.all(
      people.map(({ page: each }) => each.getByRole('button', { name: 'Enregistrer', exact: true }).click()),
    );
    const areAsked = await Promise.all(people.map(isAsked));
    const isInPlace = ({ typed }: Person) =>
      [...typed].every(([label, text]) => stored()[FIELDS[label]] === text);
    const isShown = people.map((person, index) => areAsked[index] === true || isInPlace(person));
    silent += isShown.filter((is) => !is).length;
    if (isShown.every(Boolean)) ended += 1;
    for (const [index, person] of people.entries()) {
      if (areAsked[index] !== true) continue;
      decided += 1;
      await decideForMine(person.page);
      expect(isInPlace(person), `${open}: what was decided is stored`).toBe(true);
    }
  }
  const figures = `${ROUNDS.length} rounds, ${ended} in place or asked, ${decided} asked, ${silent} lost in silence`;
  test.info().annotations.push({ type: 'figures', description: figures });
  expect(silent, 'texts lost in silence').toBe(0);
  expect(ended).toBeGreaterThanOrEqual(Math.floor(ROUNDS.length * NINE_OF_TEN));
  // Where both typed into one field, the second is asked.
  expect(decided).toBeGreaterThan(0);
  await elsewhere.close();
});
