import type { Page } from '@playwright/test';
import { expect, serve, test } from '~e2e/fixtures';
import { dice, neverRetry, rounds } from '~e2e/long-trial';
import { field } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { FIELDS, LABELS, type Label } from './labelled-fields';

neverRetry(test);

/** A person with a page, and what they typed and have not saved. */
interface Person {
  readonly page: Page;
  /** What the form showed before they typed. */
  seen: Record<Label, string>;
  typed: Map<Label, string>;
}

async function shownBy(page: Page): Promise<Record<Label, string>> {
  const values = await Promise.all(LABELS.map((label) => field(page, label).inputValue()));
  const valueOf = (label: Label) => values[LABELS.indexOf(label)] ?? '';
  return {
    Note: valueOf('Note'),
    'Porte ENNI': valueOf('Porte ENNI'),
    'Mode de livraison': valueOf('Mode de livraison'),
    'Code affaire': valueOf('Code affaire'),
  };
}

/** Saves; the dice decide what is asked. Gives what was shown of the other person's changes, and the decisions. */
async function save(person: Person, roll: (sides: number) => number) {
  const { page } = person;
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const asked = page.getByRole('alert').filter({ hasText: 'les mêmes champs' });
  const saved = page.getByText(/^Enregistré à/);
  await expect(asked.or(saved).first()).toBeVisible();
  const decided = new Map<Label, { readonly theirs: string; readonly isMine: boolean }>();
  if (await asked.isVisible()) {
    for (const label of LABELS) {
      const row = asked
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) });
      if ((await row.count()) === 0) continue;
      const [, theirs = ''] = await row.getByRole('cell').allTextContents();
      const isMine = roll(2) === 0;
      await row
        .getByRole('radio')
        .nth(isMine ? 1 : 0)
        .check();
      decided.set(label, { theirs: theirs === 'rien' ? '' : theirs, isMine });
    }
    await asked.getByRole('button', { name: 'Enregistrer avec ces choix' }).click();
    await expect(saved).toBeVisible();
  }
  return decided;
}

for (const seed of rounds({ whole: 5, sample: 2 })) {
  test(`two people lose nothing in silence (day ${seed} of 5)`, async ({
    page,
    api,
    browser,
    gatewayClock,
    expectComplaint,
  }) => {
    expectComplaint(/412/);
    test.slow();
    const { lineId } = api.given(aCart({ lines: [aLine()] }));
    const elsewhere = await browser.newContext();
    await serve(elsewhere, api, gatewayClock);
    const people: Person[] = [page, await elsewhere.newPage()].map((page) => ({
      page,
      seen: { Note: '', 'Porte ENNI': '', 'Mode de livraison': '', 'Code affaire': '' },
      typed: new Map(),
    }));
    for (const { page } of people) await page.goto(`/lines/${lineId}`);
    const roll = dice(seed);
    let changes = 0;
    let decisions = 0;
    let merges = 0;

    for (let round = 0; round < 10; round += 1) {
      for (const person of people) {
        person.seen = await shownBy(person.page);
        person.typed.clear();
        for (const label of LABELS.filter(() => roll(2) === 0)) {
          const text = `${label.slice(0, 2)} ${roll(4)}`;
          if (text === person.seen[label]) continue;
          await field(person.page, label).fill(text);
          person.typed.set(label, text);
        }
      }
      for (const person of roll(2) === 0 ? people : people.toReversed()) {
        if (person.typed.size === 0) continue;
        const before = api.store.line(lineId).content.values;
        const decided = await save(person, roll);
        const notice = person.page.getByRole('status').filter({ hasText: 'Modifié entre-temps' });
        const after = api.store.line(lineId).content.values;
        for (const label of LABELS) {
          const [was, is] = [before[FIELDS[label]] ?? '', after[FIELDS[label]] ?? ''];
          const mine = person.typed.get(label);
          const isTheirs = was !== person.seen[label];
          const decision = decided.get(label);
          const at = `${label}, round ${round}`;
          if (mine === undefined) {
            expect(is, `${at}: what nobody typed here stays`).toBe(was);
            if (isTheirs) await expect(notice, `${at}: a merged change is named`).toContainText(label);
            merges += isTheirs ? 1 : 0;
          } else if (isTheirs && was !== mine) {
            expect(decision?.theirs, `${at}: both values were shown`).toBe(was);
            expect(is, `${at}: what was decided is stored`).toBe(decision?.isMine ? mine : was);
          } else {
            expect(is, `${at}: what was typed is stored`).toBe(mine);
          }
          changes += mine === undefined ? 0 : 1;
        }
        decisions += decided.size;
        expect(await shownBy(person.page)).toEqual(
          Object.fromEntries(LABELS.map((label) => [label, after[FIELDS[label]] ?? ''])),
        );
      }
    }
    // The dice have made a day worth looking at.
    expect(changes).toBeGreaterThan(10);
    expect(decisions).toBeGreaterThan(1);
    expect(merges).toBeGreaterThan(1);
    await elsewhere.close();
  });
}
