import { describe, expect, it } from 'vitest';
import { parseSearchParams } from '~/app/search-param-codec';
import { listRequestQuery } from '~/contract/list-query';
import {
  parseCartSearchParams,
  parseLineSearchParams,
  withoutDefaults,
} from '~/domain/lists/list-search-params';
import { preloadLinks } from './preload-links';
import { readScreenFiles } from './screen-files';
import { readTarget } from '~/gateway/http/request-target';

const screens = readScreenFiles({
  screens: {
    lines: { fr: ['/assets/core.js', '/assets/lists.js', '/assets/fr.js'], en: [] },
    cart: { fr: [], en: ['/assets/core.js', '/assets/cart.js', '/assets/en.js'] },
    carts: { fr: ['/assets/core.js'], en: [] },
  },
});

function preloadOf(raw: string, language: 'fr' | 'en' = 'fr'): string {
  const target = readTarget(raw);
  if (!target) throw new Error('not a plain target');
  return preloadLinks(target, language, screens, 'n0nce');
}

function preloaded(raw: string): string | undefined {
  return /<link rel="preload" as="fetch" crossorigin="anonymous" href="([^"]*)">/.exec(preloadOf(raw))?.[1];
}

function scriptsOf(raw: string, language: 'fr' | 'en' = 'fr'): string[] {
  return [
    ...preloadOf(raw, language).matchAll(/rel="modulepreload" nonce="n0nce" crossorigin href="([^"]*)"/g),
  ].map(([, href]) => href ?? '');
}

describe('the announced list request', () => {
  /** As the app reads a query. */
  const madeByLines = (address: string) =>
    listRequestQuery(parseLineSearchParams(withoutDefaults(parseSearchParams(address)), new Date()).query);
  const madeByCarts = (address: string) =>
    listRequestQuery(parseCartSearchParams(withoutDefaults(parseSearchParams(address)), new Date()).query);

  it.each([
    '',
    'search=d%C3%A9p%C3%B4t+%26&state=created&page=3',
    'end_customer_name=+Dupont+&order_reference=PO_1&sort=-state',
    'state=created&state=in_progress',
    'page=1&sort=-creation_date&search=+',
    'page=&sort=&state=',
    'page=last&sort=colour&utm_source=x&constructor=y',
    'creation_date=someday&order_date=2026-02-30',
  ])('is to the letter the one that the list of lines makes for "%s"', (address) => {
    expect(preloaded(`/lines?${address}`)?.replaceAll('&amp;', '&')).toBe(
      `/api/v1/product_order_item/?${madeByLines(address)}`,
    );
  });

  it.each(['', 'state=partial&external_id=E%2B1&project_id=P&page=2', 'search=x&completion_date=never'])(
    'is to the letter the one that the list of carts makes for "%s"',
    (address) => {
      expect(preloaded(`/carts?${address}`)?.replaceAll('&amp;', '&')).toBe(
        `/api/v1/product_order/?${madeByCarts(address)}`,
      );
    },
  );

  it.each([
    '/lines?creation_date=today',
    '/lines?state=created&expiration_date=next-14-days&sort=expiration_date',
    '/lines?order_date=2026-04-10..2026-04-12',
    '/lines?creation_date=2026-04-10',
    '/carts?completion_date=2026-04-10..',
    '/carts?cancellation_date=..2026-04-10&state=rejected',
  ])('is none for %s: the user’s time zone is unknown', (address) => {
    expect(preloaded(address)).toBeUndefined();
    expect(scriptsOf(address)).toContain('/assets/core.js');
  });

  it('asks for carts on /carts and lines on /', () => {
    expect(preloaded('/carts?state=partial')).toMatch(
      /^\/api\/v1\/product_order\/\?state=partial&amp;page=1/,
    );
    expect(preloaded('/?state=created')).toBe(preloaded('/lines'));
  });

  it.each(['/lines/1', '/carts/1', '/carts/1/lines/new', '/elsewhere'])('is none on %s', (path) => {
    expect(preloaded(path)).toBeUndefined();
  });

  it('is absent for a URL that is too long', () => {
    expect(preloaded(`/lines?search=${'a'.repeat(3000)}`)).toBeUndefined();
  });

  it('cannot break out of its attribute', () => {
    expect(preloadOf('/lines?search=%22%3E%3Cscript%3E')).not.toContain('<script>');
    expect(preloadOf('/lines?sort="><script>')).not.toContain('<script>');
  });
});

describe('the preloaded scripts', () => {
  it('are those of the route in the language', () => {
    expect(scriptsOf('/lines')).toEqual(['/assets/core.js', '/assets/lists.js', '/assets/fr.js']);
    expect(scriptsOf('/')).toEqual(scriptsOf('/lines'));
    expect(scriptsOf('/carts/1', 'en')).toEqual(['/assets/core.js', '/assets/cart.js', '/assets/en.js']);
  });

  it('are none for a path without a route', () => {
    expect(scriptsOf('/elsewhere')).toEqual([]);
  });

  it.each([null, 7, {}, { screens: [null] }])('cannot be read from %j', (json) => {
    expect(() => readScreenFiles(json)).toThrow('readable');
  });
});
