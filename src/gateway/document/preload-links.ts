import type { DocumentLanguage } from '~/gateway/http/accept-language';
import type { RequestTarget } from '~/gateway/http/request-target';
import { routePreloadOf } from './route-preloads';
import type { ScreenFiles } from './screen-files';

/** A longer list request is refused, so it is not preloaded. */
const LONGEST_REQUEST = 2000;

/**
 * HTML links for the head of a document, which load the first screen in one round trip instead of three. They name the
 * list request of the page and the scripts of its route in the person's language. The page's own fetch of the same URL
 * takes the preloaded answer.
 */
export function preloadLinks(
  target: RequestTarget,
  language: DocumentLanguage,
  screens: ScreenFiles,
  nonce: string,
): string {
  const preload = routePreloadOf(target.path, target.search);
  if (!preload) return '';
  const { route, request } = preload;
  const scripts = screens.get(route)?.[language] ?? [];
  return [
    ...(request && request.length <= LONGEST_REQUEST ? [preloadLink(request)] : []),
    ...scripts.map((href) => scriptLink(href, nonce)),
  ].join('');
}

function preloadLink(href: string): string {
  return `<link rel="preload" as="fetch" crossorigin="anonymous" href="${escapeAttribute(href)}">`;
}

function scriptLink(href: string, nonce: string): string {
  return `<link rel="modulepreload" nonce="${escapeAttribute(nonce)}" crossorigin href="${escapeAttribute(href)}">`;
}

function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
