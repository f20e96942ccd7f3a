import { describe, expect, it } from 'vitest';
import { parseAddress } from '~/app/address-text';
import { listRequestQuery } from '~/contract/list-query';
import { toCartAddress, toCartListQuery } from '~/features/carts/cart-address';
import { toLineAddress, toLineListQuery } from '~/features/order-lines/line-address';
import { announcement, type Announcement } from './announce';
import { readManifest } from './build-manifest';
import { readTarget } from './request-target';

const manifest = readManifest({
  'index.html': { file: 'assets/index.js', css: ['assets/index.css'], imports: ['_react.js'] },
  '_react.js': { file: 'assets/react.js' },
  '_table.js': { file: 'assets/table.js', css: ['assets/table.css'], imports: ['_react.js', 'index.html'] },
  'src/features/order-lines/LinesPage.tsx': {
    file: 'assets/LinesPage.js',
    css: ['assets/LinesPage.css', 'assets/index.css'],
    imports: ['_table.js', 'index.html'],
  },
  'src/features/carts/CartPage.tsx': { file: 'assets/CartPage.js' },
  'src/i18n/fr.ts': { file: 'assets/fr.js' },
  'src/i18n/en.ts': { file: 'assets/en.js' },
});

function announce(raw: string, language: 'fr' | 'en' = 'fr'): Announcement {
  const target = readTarget(raw);
  if (!target) throw new Error('not a plain target');
  return announcement(target, language, manifest, 'n0nce');
}

function preloaded(raw: string): string | undefined {
  return /<link rel="preload" as="fetch" crossorigin="anonymous" href="([^"]*)">/.exec(
    announce(raw).first,
  )?.[1];
}

function scriptsOf(raw: string, language: 'fr' | 'en' = 'fr'): string[] {
  return [
    ...announce(raw, language).first.matchAll(
      /rel="modulepreload" nonce="n0nce" crossorigin href="([^"]*)"/g,
    ),
  ].map(([, href]) => href ?? '');
}

describe('the announced list request', () => {
  /** As the app reads an address. */
  const madeByLines = (address: string) =>
    listRequestQuery(toLineListQuery(toLineAddress(parseAddress(address))));
  const madeByCarts = (address: string) =>
    listRequestQuery(toCartListQuery(toCartAddress(parseAddress(address))));

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
  ])('is none for %s: whose days these are, nobody here knows', (address) => {
    expect(preloaded(address)).toBeUndefined();
    expect(scriptsOf(address)).toContain('/assets/react.js');
  });

  it('is the carts on /carts, and the unfiltered lines on /', () => {
    expect(preloaded('/carts?state=partial')).toMatch(
      /^\/api\/v1\/product_order\/\?state=partial&amp;page=1/,
    );
    expect(preloaded('/?state=created')).toBe(preloaded('/lines'));
  });

  it.each(['/lines/1', '/carts/1', '/carts/1/lines/new', '/elsewhere'])('is none on %s', (path) => {
    expect(preloaded(path)).toBeUndefined();
  });

  it('is none when the address is too long to be asked for', () => {
    expect(preloaded(`/lines?search=${'a'.repeat(3000)}`)).toBeUndefined();
  });

  it('cannot break out of its attribute', () => {
    const { first } = announce('/lines?search=%22%3E%3Cscript%3E');
    expect(first).not.toContain('<script>');
    expect(announce('/lines?sort="><script>').first).not.toContain('<script>');
  });
});

describe('the announced files', () => {
  it('are the scripts of the screen and the language with what they import, less the entry', () => {
    expect(scriptsOf('/lines').toSorted()).toEqual(
      ['/assets/LinesPage.js', '/assets/fr.js', '/assets/react.js', '/assets/table.js'].toSorted(),
    );
  });

  it('are the other catalogue for the other language', () => {
    expect(scriptsOf('/carts/1', 'en')).toEqual(['/assets/react.js', '/assets/CartPage.js', '/assets/en.js']);
  });

  it('hold the styles of the screen once, at the end of the head, less the entry’s', () => {
    expect(announce('/lines').last).toBe(
      '<link rel="stylesheet" crossorigin href="/assets/LinesPage.css"><link rel="stylesheet" crossorigin href="/assets/table.css">',
    );
  });

  it('skip a screen that is no chunk of its own', () => {
    expect(scriptsOf('/carts/1/lines/new')).toEqual(['/assets/react.js', '/assets/fr.js']);
  });
});
