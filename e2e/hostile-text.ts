import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { aLine, type GivenLine } from '~/mock-api/store/given';
import { CONTACT_TEXTS, SCALAR_TEXTS } from './free-text-fields';

/*
 * HTML and script in a text field stay text. A payload that runs calls executed(). A violation of the content policy
 * fails every test, and is counted here too.
 */

export const PAYLOADS = [
  '<script>executed()</script>',
  '"><script>executed()</script>',
  "'><script>executed()</script>",
  '</textarea><script>executed()</script>',
  '</title><script>executed()</script>',
  '</script><script>executed()</script>',
  '<img src=x onerror=executed()>',
  '<img src="x" onerror="executed()">',
  '"><img src=x onerror=executed()>',
  '<svg onload=executed()>',
  '<svg><script>executed()</script></svg>',
  '<body onload=executed()>',
  '<input autofocus onfocus=executed()>',
  '<details open ontoggle=executed()>',
  '<iframe srcdoc="<script>parent.executed()</script>"></iframe>',
  '<a href="javascript:executed()">x</a>',
  'javascript:executed()',
  '" autofocus onfocus="executed()" x="',
  '{{constructor.constructor("executed()")()}}',
  '${executed()}<style>@import "javascript:executed()"</style>',
] as const;

/** The names of all text inputs in the form of a line. */
export const TEXT_INPUTS: readonly string[] = [
  ...SCALAR_TEXTS,
  ...CONTACT_TEXTS.map((name) => `related_contact_information.0.${name}`),
];

/** The payload of a field. Over twenty rounds each payload stands in every field once. */
export function payloadAt(round: number, field: number): string {
  return PAYLOADS[(round + field) % PAYLOADS.length] ?? '';
}

/** A line with a payload in every text field; all twenty payloads are in it. */
export function hostileLine(round: number): GivenLine {
  const [first] = PAYLOADS;
  return aLine({
    ...Object.fromEntries(SCALAR_TEXTS.map((name, index) => [name, payloadAt(round, index)])),
    option_ids: [payloadAt(round, 0), first],
    contact: Object.fromEntries(
      CONTACT_TEXTS.map((name, index) => [name, payloadAt(round, SCALAR_TEXTS.length + index)]),
    ),
  });
}

/** Counts executions and violations of the content policy, from the start of each page. */
export async function watchForExecutions(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const counts = { executions: 0, reports: 0 };
    Object.assign(window, { counts, executed: () => (counts.executions += 1) });
    addEventListener('securitypolicyviolation', () => (counts.reports += 1));
  });
}

/** Expects no execution, no violation, and no element made from a payload. */
export async function expectOnlyText(page: Page): Promise<void> {
  expect(await page.evaluate(() => JSON.stringify(Reflect.get(window, 'counts')))).toBe(
    '{"executions":0,"reports":0}',
  );
  const made =
    ':is(main, dialog) :is(script, iframe, img, style, [onerror], [onload], [onfocus], [ontoggle])';
  await expect(page.locator(made)).toHaveCount(0);
  await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0);
}

/** Expects every payload as text in an element. */
export async function expectAllPayloads(place: Locator): Promise<void> {
  await expect(async () => {
    const text = (await place.textContent()) ?? '';
    expect(PAYLOADS.filter((payload) => !text.includes(payload))).toEqual([]);
  }).toPass({ intervals: [100], timeout: 5000 });
}

/** Types into inputs by their names, all at once. Gives the names without an input that takes text. */
export function typeInto(page: Page, texts: Readonly<Record<string, string>>): Promise<string[]> {
  return page.evaluate((entries) => {
    const missed: string[] = [];
    for (const [name, text] of entries) {
      const input = [...document.getElementsByName(name)].find((found) => found.checkVisibility());
      if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) || input.readOnly) {
        missed.push(name);
        continue;
      }
      input.focus();
      // React replaces the setter of the value; a key goes past it too.
      const { prototype } = input instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, text);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    return missed;
  }, Object.entries(texts));
}

/** The values of inputs by their names. */
export function textsOf(page: Page, names: readonly string[]): Promise<Record<string, string>> {
  return page.evaluate(
    (wanted) =>
      Object.fromEntries(
        wanted.map((name) => {
          const input = [...document.getElementsByName(name)].find((found) => found.checkVisibility());
          return [name, input ? String(Reflect.get(input, 'value')) : 'no input'];
        }),
      ),
    [...names],
  );
}
