import { describe, expect, it } from 'vitest';
import { lineListQueryOf, listRequestQuery } from '~/contract/list-query';
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
  it('is to the letter the one that the page makes', () => {
    const address = 'search=d%C3%A9p%C3%B4t+%26&state=created&page=3';
    const request = listRequestQuery(lineListQueryOf(new URLSearchParams(address)));
    expect(preloaded(`/lines?${address}`)?.replaceAll('&amp;', '&')).toBe(
      `/api/v1/product_order_item/?${request}`,
    );
  });

  it('leaves out names that no list knows', () => {
    expect(preloaded('/lines?state=created&utm_source=x')).toBe(preloaded('/lines?state=created'));
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
