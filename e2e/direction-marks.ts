import { expect, type Page } from '@playwright/test';
import { aCart, aLine, type GivenCart, type GivenLine } from '~/mock-api/store/given';
import { CONTACT_TEXTS, SCALAR_TEXTS } from './free-text-fields';

/** Turns all text after it, and an isolate that is never closed. */
export const MARKS = '\u202E\u2066';

function marked(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, `${name}${MARKS}x`]));
}

/** A line with direction marks in every text. */
export function markedLine(line: GivenLine = {}): GivenLine {
  return aLine({
    ...marked(SCALAR_TEXTS),
    contact: { ...marked(CONTACT_TEXTS) },
    option_ids: [`7021${MARKS}`],
    order_reference: `PO${MARKS}1`,
    temporary_reference: `TMP${MARKS}1`,
    ...line,
  });
}

/** A cart with direction marks in every text. */
export function markedCart(cart: GivenCart): GivenCart {
  return aCart({ external_id: `CDE${MARKS}1`, project_id: `PRJ${MARKS}1`, ...cart });
}

/** Expects that the page shows no direction mark but our own closed isolates. What is typed and copied stays as it is. */
export async function expectNoRawMarks(page: Page, where: string): Promise<void> {
  const raw = await page.evaluate(() => {
    const texts = [document.title];
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ALL);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node instanceof Text) texts.push(node.data);
      if (node instanceof Element)
        for (const { name, value } of node.attributes)
          if (!['value', 'name', 'data-copy'].includes(name)) texts.push(`${name}=${value}`);
    }
    return texts.filter((text) =>
      /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(
        text.replaceAll(/\u2068[^\u2066-\u2069]*\u2069/g, ''),
      ),
    );
  });
  expect.soft(raw, where).toEqual([]);
}
