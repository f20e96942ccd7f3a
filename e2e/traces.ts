import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { RequestLog } from '~/gateway/request-log';
import type { MockApi } from '~/mock-api/create-mock-api';

/*
 * Every test checks its traces. The names, numbers and sites of its API's people belong on the screen and in the API's
 * answers. They must not appear in the gateway's log, in readable browser storage or in a URL. The filters of a list are
 * the exception: they stand in its URL.
 */

const OF_A_PERSON = [
  'end_customer_name',
  'siret',
  'contact1_email_address',
  'contact1_firstname',
  'contact1_lastname',
  'contact1_phone_number',
  'contact2_email_address',
  'contact2_firstname',
  'contact2_lastname',
  'contact2_phone_number',
  'street_name',
] as const;
/** A shorter text may be part of any word. */
const SHORTEST = 5;
/** The number of lines that are looked at, for a mock with many. */
const LINES = 50;
const LISTS = ['/lines', '/carts', '/api/v1/product_order/', '/api/v1/product_order_item/'];

/** Collects the URL of every request of a context. */
export function listenForUrls(context: BrowserContext): URL[] {
  const urls: URL[] = [];
  context.on('request', (request) => urls.push(new URL(request.url())));
  return urls;
}

/** Fails when a person of the API is found outside of its places, or an order's id in the log. */
export async function expectNoTraces(
  api: MockApi,
  pages: readonly Page[],
  urls: readonly URL[],
  log: readonly RequestLog[],
): Promise<void> {
  const people = personalTexts(api);
  const lines = api.store.lines().slice(0, LINES);
  const ids = lines.flatMap(({ id, cart }) => [id, cart.id]);
  expect(found([...people, ...ids], JSON.stringify(log)), 'persons and ids in the log').toEqual([]);

  const shown = pages.map((page) => new URL(page.url()));
  const asked = [...urls, ...shown].map(withoutFilters).join('\n');
  expect(found(people, asked), 'persons in URLs').toEqual([]);

  const open = pages.filter((page) => page.url().startsWith('http'));
  const kept = (await Promise.all(open.map(readableStorage))).join('\n');
  expect(found(people, kept), 'persons in readable storage').toEqual([]);
}

function personalTexts(api: MockApi): string[] {
  const texts = api.store
    .lines()
    .slice(0, LINES)
    .flatMap(({ content: { values } }) => {
      const contacts = values.related_contact_information;
      return [
        values.end_customer_name,
        ...contacts.flatMap((contact) => OF_A_PERSON.map((field) => contact[field])),
      ];
    });
  return [...new Set(texts)].filter((text) => text.length >= SHORTEST);
}

function found(texts: readonly string[], within: string): string[] {
  return texts.filter((text) => within.includes(text));
}

/** A URL as a person reads it, without the filters of a list. */
function withoutFilters({ origin, pathname, search, hash }: URL): string {
  const query = LISTS.includes(pathname) ? '' : search;
  return decodeURIComponent(
    (origin + pathname + query + hash).replaceAll('+', ' ').replaceAll(/%(?![\da-f]{2})/gi, '%25'),
  );
}

/** The text of cookies and both storages. */
function readableStorage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const entries = (storage: () => Storage): unknown => {
      try {
        return Object.entries(storage());
      } catch {
        // A test may have blocked it.
        return [];
      }
    };
    return JSON.stringify([entries(() => localStorage), entries(() => sessionStorage), document.cookie]);
  });
}
