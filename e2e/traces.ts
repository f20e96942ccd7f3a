import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { RequestLog } from '~/gateway/request-log';
import type { MockApi } from '~/mock-api/create-mock-api';

/*
 * What every test leaves behind: each person of its API is a canary. Their names, numbers and sites have their place on
 * the screen and in the API's answers, and nowhere else: not in the gateway's log, in what the browser keeps readable, or in an
 * address, but for the filters of a list, which are its address and which a saved view is made of.
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
/** Shorter ones may stand in any word. */
const SHORTEST = 5;
/** Of an API full of made-up lines, the first will do. */
const LINES = 50;
const LISTS = ['/lines', '/carts', '/api/v1/product_order/', '/api/v1/product_order_item/'];

/** Collects every address that a context asks for. */
export function listenForAddresses(context: BrowserContext): URL[] {
  const addresses: URL[] = [];
  context.on('request', (request) => addresses.push(new URL(request.url())));
  return addresses;
}

/** Fails when a person of the API, or in the log an id of an order, is found where it has no place. */
export async function expectNoTraces(
  api: MockApi,
  pages: readonly Page[],
  addresses: readonly URL[],
  log: readonly RequestLog[],
): Promise<void> {
  const people = personalTexts(api);
  const lines = api.store.lines().slice(0, LINES);
  const ids = lines.flatMap(({ id, cart }) => [id, cart.id]);
  expect(found([...people, ...ids], JSON.stringify(log)), 'what the log tells').toEqual([]);

  const shown = pages.map((page) => new URL(page.url()));
  const asked = [...addresses, ...shown].map(withoutFilters).join('\n');
  expect(found(people, asked), 'what the addresses tell').toEqual([]);

  const open = pages.filter((page) => page.url().startsWith('http'));
  const kept = (await Promise.all(open.map(readableStorage))).join('\n');
  expect(found(people, kept), 'what the browser keeps readable').toEqual([]);
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

/** As a person reads it. */
function withoutFilters({ origin, pathname, search, hash }: URL): string {
  const query = LISTS.includes(pathname) ? '' : search;
  return decodeURIComponent(
    (origin + pathname + query + hash).replaceAll('+', ' ').replaceAll(/%(?![\da-f]{2})/gi, '%25'),
  );
}

/** What any script of the page could read as text: cookies and both storages, without the saved views. */
function readableStorage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const entries = (storage: () => Storage): unknown => {
      try {
        return Object.entries(storage()).filter(([name]) => !/\.views(?:\.aside)?$/.test(name));
      } catch {
        // A test may have blocked it.
        return [];
      }
    };
    return JSON.stringify([entries(() => localStorage), entries(() => sessionStorage), document.cookie]);
  });
}
