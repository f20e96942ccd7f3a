import type { Page } from '@playwright/test';

/** More focusable elements than any screen has. */
const MOST_PRESSES = 500;

/**
 * Goes through everything that takes the focus, and names each element that is not in sight then: outside the window,
 * or with a part behind something else. `key` is Tab or Shift+Tab.
 */
export async function hiddenFocuses(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<string[]> {
  const hidden: string[] = [];
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-focused]'))
      element.removeAttribute('data-focused');
  });
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press(key);
    const found = await page.evaluate(lookAtFocus, false);
    if (found === 'round') return hidden;
    if (found === null) continue;
    // A page that changed in that very moment may have moved its focus away: it counts where it is hidden again.
    await page.keyboard.press(key === 'Tab' ? 'Shift+Tab' : 'Tab');
    await page.keyboard.press(key);
    const foundAgain = await page.evaluate(lookAtFocus, true);
    if (foundAgain !== null) hidden.push(foundAgain);
  }
  throw new Error(`${key} does not come round`);
}

/**
 * 'round' after the first element comes again, a text about an element that is covered, or null. A browser may scroll to
 * the focus some frames later.
 */
async function lookAtFocus(isAgain: boolean): Promise<string | null> {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return null;
  if (!isAgain && focused.dataset['focused'] !== undefined) return 'round';
  focused.dataset['focused'] = '';
  for (let frames = 0; frames < 120 && hides(focused) !== null; frames += 1) {
    await new Promise(requestAnimationFrame);
  }
  return hides(focused);

  function hides(element: HTMLElement): string | null {
    const name = `${element.tagName} "${(element.ariaLabel ?? element.textContent ?? '').slice(0, 30)}"`;
    // A text over two lines has two boxes, and the one around both may hold other texts.
    for (const box of element.getClientRects()) {
      const left = Math.max(box.left, 0);
      const right = Math.min(box.right, document.documentElement.clientWidth);
      const top = Math.max(box.top, 0);
      const bottom = Math.min(box.bottom, document.documentElement.clientHeight);
      if (right - left < 2 || bottom - top < 2) return `${name} is out of sight`;
      for (const x of [left + 2, (left + right) / 2, right - 2]) {
        for (const y of [top + 2, (top + bottom) / 2, bottom - 2]) {
          const above = document.elementFromPoint(x, y);
          if (!above || above.contains(element) || element.contains(above)) continue;
          // A box without a drawing of its own is drawn by its label or frame.
          if (above.closest('label')?.contains(element)) continue;
          const { position } = getComputedStyle(above);
          return `${name} is behind ${above.tagName}.${above.className} ${position} "${(above.textContent ?? '').slice(0, 20)}"`;
        }
      }
    }
    return null;
  }
}

/** The texts of which a part is cut: beyond a box that hides what does not fit. */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.querySelector('[role="dialog"]') ?? document.body;
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (text === '' || !parent?.checkVisibility({ visibilityProperty: true })) continue;
      if (parent.closest('.visually-hidden, option, noscript, style, script, textarea')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0) continue;
      let isEllipsis = false;
      let title = '';
      let isScrolled = false;
      for (let frame: Element | null = parent; frame && frame !== root; frame = frame.parentElement) {
        const style = getComputedStyle(frame);
        if (style.clipPath !== 'none' && frame.getBoundingClientRect().width <= 2) break;
        title ||= frame.getAttribute('title') ?? '';
        if (style.position === 'fixed') break;
        const { left, right, top, bottom } = frame.getBoundingClientRect();
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        isScrolled ||= /auto|scroll/.test(style.overflowX + style.overflowY);
        if (isScrolled) break;
        isEllipsis = style.textOverflow === 'ellipsis';
        const isCutAside = hides(style.overflowX) && (box.right > right + 1 || box.left < left - 1);
        const isCutBelow = hides(style.overflowY) && (box.bottom > bottom + 2 || box.top < top - 2);
        // The cell of a spreadsheet is as wide as its column: it is whole below the grid once it has the focus.
        if (isEllipsis && frame.getAttribute('role') === 'gridcell') break;
        // The whole text is at hand where it ends in an ellipsis and stands in the title.
        if (isCutAside && isEllipsis && title.includes(text)) break;
        if (isCutAside || isCutBelow) {
          found.push(`"${text.slice(0, 60)}" in ${frame.tagName}.${frame.className}`);
          break;
        }
      }
    }
    return found;
  });
}

/** The values of which an input shows a part only. Paper cannot be scrolled. */
export function cutValues(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
      .filter((field) => field.checkVisibility({ visibilityProperty: true }))
      .filter(({ parentElement, value }) => parentElement?.dataset['printed'] !== value)
      .filter(
        ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
          scrollWidth > clientWidth || scrollHeight > clientHeight,
      )
      .map(({ name, value }) => `${name}: "${value.slice(0, 60)}"`),
  );
}

/** Words of up to `longest` letters that go on in a second line. Their letters are on two heights. */
export function brokenWords(page: Page, longest = 15): Promise<string[]> {
  return page.evaluate((longest) => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      if (!node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
      if (node.parentElement.closest('.visually-hidden, option, noscript, style, script, textarea')) continue;
      if (isClipped(node.parentElement)) continue;
      const text = node.textContent ?? '';
      for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}_]+/gu)) {
        if (word.length > longest) continue;
        // So is a part of an e-mail address, which may be longer than any column.
        const [before = ''] = /\S*$/.exec(text.slice(0, index)) ?? [];
        const [after = ''] = /^\S*/.exec(text.slice(index)) ?? [];
        if (before.length + after.length > 24) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const heights = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (heights.size > 1) found.push(`"${word}" in ${node.parentElement.tagName}`);
      }
    }
    return found;

    /** For screen readers only: in a box of one pixel. */
    function isClipped(element: Element): boolean {
      if (element.getBoundingClientRect().width <= 2) return true;
      const { position } = getComputedStyle(element);
      return position !== 'fixed' && element.parentElement !== null && isClipped(element.parentElement);
    }
  }, longest);
}

/** The pixels by which the page is wider than the screen. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Reads until a reading has nothing to report, or for a second: a page may follow its window some frames later. */
export async function whenSettled<Found>(
  page: Page,
  read: (page: Page) => Promise<Found>,
  isFine: (found: Found) => boolean,
): Promise<Found> {
  let found = await read(page);
  for (let frames = 0; frames < 60 && !isFine(found); frames += 1) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    found = await read(page);
  }
  return found;
}
