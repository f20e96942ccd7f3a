import type { Page } from '@playwright/test';

/* The ways in which people read a page other than its own: on paper, in their own colours, in larger or wider text. */

/** The spacing of WCAG 1.4.12, which no text may be cut under. */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

export interface Look {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly media: NonNullable<Parameters<Page['emulateMedia']>[0]>;
  readonly style: string;
  /** The size of the browser's text. */
  readonly textSize: '' | '200%';
}

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 800 };
/** The width of the printed part of A4. */
const PAPER = { width: 703, height: 1000 };
const SCREEN = { media: 'screen', colorScheme: 'light', forcedColors: 'none' } as const;

const look = (name: string, more: Partial<Look>): Look => ({
  name,
  viewport: WIDE,
  media: SCREEN,
  style: '',
  textSize: '',
  ...more,
});

export const LOOKS = {
  printLight: look('print-light', { viewport: PAPER, media: { ...SCREEN, media: 'print' } }),
  printDark: look('print-dark', {
    viewport: PAPER,
    media: { ...SCREEN, media: 'print', colorScheme: 'dark' },
  }),
  forcedLight: look('forced-light', { media: { ...SCREEN, forcedColors: 'active' } }),
  forcedDark: look('forced-dark', { media: { ...SCREEN, forcedColors: 'active', colorScheme: 'dark' } }),
  large: look('text-200', { textSize: '200%' }),
  largeNarrow: look('text-200-narrow', { textSize: '200%', viewport: NARROW }),
  spaced: look('spaced', { style: TEXT_SPACING }),
  spacedNarrow: look('spaced-narrow', { style: TEXT_SPACING, viewport: NARROW }),
  small: look('320x256', { viewport: { width: 320, height: 256 } }),
  low: look('640x360', { viewport: { width: 640, height: 360 } }),
} satisfies Record<string, Look>;

/** Shows the page in a look, in place of the one before. */
export async function showIn(page: Page, { viewport, media, style, textSize }: Look): Promise<void> {
  await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
  await page.setViewportSize(viewport);
  await page.evaluate(
    ({ css, size, isPrint }) => {
      document.documentElement.style.fontSize = size;
      // The content policy takes no style element.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
      if (isPrint) dispatchEvent(new Event('beforeprint'));
    },
    { css: style, size: textSize, isPrint: media.media === 'print' },
  );
  // The browser lays the page out in the next frame. A key before it scrolls by the old layout.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
