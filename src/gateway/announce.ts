import type { Language } from './accept-language';
import { filesOf, type BuildManifest } from './build-manifest';
import type { RequestTarget } from './request-target';
import { firstScreenOf } from './screens';

/** A value longer than this is refused in a list request, so it is not announced either. */
const LONGEST_REQUEST = 2000;

/** Links for the head of a document, as HTML. */
export interface Announcement {
  /** For the start of the head, before anything else is fetched. */
  readonly first: string;
  /** For the end of the head: a screen's styles come after the app's, as they would without being announced. */
  readonly last: string;
}

/**
 * The links that let a document's first screen load in one round trip instead of three: the list request that the
 * page will make (its own fetch of the same address takes the answer over), the scripts of the screen and of the
 * language, and their styles.
 */
export function announcement(
  target: RequestTarget,
  language: Language,
  manifest: BuildManifest,
  nonce: string,
): Announcement {
  const screen = firstScreenOf(target.path, target.search);
  const texts = [
    `src/i18n/${language}.ts`,
    ...(screen?.needsAllTexts ? [`src/i18n/${language}-work.ts`] : []),
  ];
  const { scripts, styles } = filesOf(manifest, screen ? [screen.module, ...texts] : texts);
  const request = screen?.request ?? null;
  const preload = request && request.length <= LONGEST_REQUEST ? [preloadLink(request)] : [];
  return {
    first: [...preload, ...scripts.map((href) => scriptLink(href, nonce))].join(''),
    last: styles.map(styleLink).join(''),
  };
}

function preloadLink(href: string): string {
  return `<link rel="preload" as="fetch" crossorigin="anonymous" href="${escapeAttribute(href)}">`;
}

function scriptLink(href: string, nonce: string): string {
  return `<link rel="modulepreload" nonce="${escapeAttribute(nonce)}" crossorigin href="${escapeAttribute(href)}">`;
}

function styleLink(href: string): string {
  return `<link rel="stylesheet" crossorigin href="${escapeAttribute(href)}">`;
}

function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
