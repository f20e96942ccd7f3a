import type { Locator, Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { field, keptTexts } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

/*
 * What a keystroke renders, on the built app: React tells each commit to a hook that its developer tools would install, in
 * production too. A component counts as rendered when React says that it did work for it; where it stands is told by
 * the first element that it put into the page.
 */

/** React's mark of a component that was rendered in a commit, and its kinds of components that are functions. */
const PERFORMED_WORK = 1;
const FUNCTIONS = [0, 11, 14, 15];

declare global {
  interface Window {
    /** The elements of the components that were rendered since the list was emptied. */
    rendered: Element[];
  }
}

interface Fiber {
  readonly tag: number;
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
  readonly stateNode: unknown;
}

async function watchRendering(page: Page): Promise<void> {
  await page.addInitScript(
    ({ performedWork, functions }) => {
      window.rendered = [];
      const firstElement = (fiber: Fiber): Element | null => {
        if (fiber.stateNode instanceof Element) return fiber.stateNode;
        for (let child = fiber.child; child; child = child.sibling) {
          const element = firstElement(child);
          if (element) return element;
        }
        return null;
      };
      const look = (fiber: Fiber): void => {
        if (functions.includes(fiber.tag) && (fiber.flags & performedWork) !== 0) {
          const element = firstElement(fiber);
          if (element) window.rendered.push(element);
        }
        // A part of the tree in which nothing happened is the very same as before.
        if (fiber.child === fiber.alternate?.child) return;
        for (let child = fiber.child; child; child = child.sibling) {
          if (child.alternate !== null || fiber.alternate === null) look(child);
        }
      };
      Object.assign(window, {
        __REACT_DEVTOOLS_GLOBAL_HOOK__: {
          isDisabled: false,
          supportsFiber: true,
          inject: () => 1,
          onCommitFiberRoot: (_id: number, root: { readonly current: Fiber }) => look(root.current),
          onCommitFiberUnmount: () => undefined,
          onPostCommitFiberRoot: () => undefined,
        },
      });
    },
    { performedWork: PERFORMED_WORK, functions: FUNCTIONS },
  );
}

/** Types one key into a field; gives the texts of the components that were rendered, those inside of `parts` by a name. */
async function renderedBy(
  page: Page,
  input: Locator,
  key: string,
  parts: Readonly<Record<string, Locator>>,
): Promise<string[]> {
  await page.evaluate(() => {
    window.rendered = [];
  });
  await input.press(key);
  // What follows from a key comes right after the frame that shows it.
  for (let frame = 0; frame < 3; frame += 1) await page.evaluate(() => new Promise(requestAnimationFrame));
  for (const [name, part] of Object.entries(parts)) {
    await part.evaluate((root, mark) => {
      for (const element of window.rendered)
        if (root.contains(element)) element.setAttribute('data-part', mark);
    }, name);
  }
  const names = await page.evaluate(() =>
    window.rendered.map((element) => element.getAttribute('data-part') ?? element.textContent ?? ''),
  );
  return [...new Set(names)].toSorted();
}

test('a keystroke renders its field and changed counts only', async ({ page, api }) => {
  await watchRendering(page);
  const { lineId } = api.given(aCart({ lines: [aLine({ contact: { city: '' } })] }));
  await page.goto(`/lines/${lineId}`);
  const city = field(page, 'Commune');
  const parts = {
    field: page.locator('label', { hasText: /^Commune$/ }).locator('xpath=..'),
    count: page.getByRole('region', { name: 'Site', exact: true }).getByText(/à compléter|rien ne manque/),
    panel: page.getByRole('region', { name: 'À compléter' }),
    // How many fields are not saved: one more with this one's first key.
    bar: page.getByText(/^Modifications non enregistrées/).locator('xpath=..'),
  };
  await expect(city).toBeEditable();
  expect(await page.evaluate(() => window.rendered.length)).toBeGreaterThan(0);
  // What is beside the fields is drawn after them.
  await expect(page.getByRole('heading', { name: 'Références et dates' })).toBeVisible();
  await field(page, 'Note').fill('Une première modification');
  await expect(parts.bar).toBeVisible();
  // So does what keeps the text, which shows nothing.
  await keptTexts(page, (count) => count === 1);
  await city.focus();

  // The first key closes a point.
  expect(await renderedBy(page, city, 'R', parts)).toEqual(['bar', 'count', 'field', 'panel']);
  await expect(parts.panel).toContainText('Prête à confirmer');

  // The next one changes no point, and React has nothing to do for it at all.
  expect(await renderedBy(page, city, 'o', parts)).toEqual([]);
  await expect(city).toHaveValue('Ro');
});
