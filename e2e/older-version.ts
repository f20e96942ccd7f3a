import type { Page } from '@playwright/test';
import { readCart } from '~/contract/cart';
import { pickLineScalars, readOrderLine, type LineValues } from '~/contract/order-line';
import { isWireObject } from '~/contract/scalars';
import { writeCart } from '~/contract/written-cart';
import type { MockApi } from '~/mock-api/create-mock-api';

/* The browser as the last version before durable state left it. The shapes are that version's, written here to the letter. */

/** Opens a page of the desk's origin that runs nothing of the desk. */
export async function openBarePage(page: Page): Promise<void> {
  await page.goto('/favicon.svg');
}

/** Stores records or a text in localStorage. */
export async function storeOlder(page: Page, key: string, value: object | string): Promise<void> {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  await page.evaluate(([name, stored]) => localStorage.setItem(name, stored), [
    `orderdesk.${key}`,
    text,
  ] as const);
}

/** Stores unsaved text of a line, or of a cart's new line. */
export async function storeOlderText(
  page: Page,
  object: `line:${string}` | `new-line:${string}`,
  cartId: string,
  { base, mine }: { readonly base: LineValues; readonly mine: Partial<LineValues> },
): Promise<void> {
  const editor = '7d6f3f2e-0a8e-4a53-8a4e-3d8e2f9b1c00';
  await putEncrypted(page, {
    store: 'edits',
    label: (person) => JSON.stringify([person, object, editor]),
    ids: { object, editor, cartId },
    text: JSON.stringify({ base, mine: { ...base, ...mine } }),
  });
}

/** Stores what was sent of a cart. */
export async function storeOlderReceipt(page: Page, api: MockApi, cartId: string): Promise<void> {
  const cart = readCart(await answerOf(api, `/api/v1/product_order/${cartId}/`));
  await putEncrypted(page, {
    store: 'sent',
    label: (person) => JSON.stringify(['sent', person, cartId]),
    ids: { cartId },
    text: JSON.stringify({ by: '', cart: writeCart(cart) }),
  });
}

/** The values of a line, as an editor begins with them. */
export async function lineValues(api: MockApi, lineId: string): Promise<LineValues> {
  const line = readOrderLine(await answerOf(api, `/api/v1/product_order_item/${lineId}/`));
  return { ...pickLineScalars(line), related_contact_information: line.related_contact_information };
}

async function answerOf(api: MockApi, path: string): Promise<unknown> {
  const answer = await api.fetch(new Request(`http://desk${path}`));
  return answer.json();
}

interface Encrypted {
  readonly store: 'edits' | 'sent';
  readonly label: (person: string) => string;
  readonly ids: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The key of a browser's profile without sign-in; its person has this name. */
const PROFILE = 'this-profile';

async function putEncrypted(page: Page, { store, label, ids, text }: Encrypted): Promise<void> {
  await page.evaluate(putInDatabase, { store, label: label(PROFILE), ids, text, person: PROFILE });
}

interface PutFacts {
  readonly store: string;
  readonly label: string;
  readonly ids: Readonly<Record<string, string>>;
  readonly text: string;
  readonly person: string;
}

/** Runs in the browser. */
async function putInDatabase({ store, label, ids, text, person }: PutFacts): Promise<void> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('orderdesk', 2);
    opening.addEventListener('upgradeneeded', () => {
      opening.result.createObjectStore('edits', { keyPath: ['person', 'object', 'editor'] });
      opening.result.createObjectStore('keys', { keyPath: null });
      opening.result.createObjectStore('sent', { keyPath: ['person', 'cartId'] });
    });
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', reject);
  });
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = (content: string) => new TextEncoder().encode(content);
  const algorithm = { name: 'AES-GCM', iv, additionalData: bytes(label) };
  const box = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, bytes(text)));
  const sealed = new Uint8Array(iv.length + box.length);
  sealed.set(iv);
  sealed.set(box, iv.length);
  const transaction = opened.transaction([store, 'keys'], 'readwrite');
  transaction.objectStore('keys').put(key, person);
  transaction.objectStore(store).put({ ...ids, person, at: Date.now(), sealed: sealed.buffer });
  await new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', reject);
  });
  opened.close();
}

/** The answer to a write of an older page, as that page reads it. */
export interface OlderOutcome {
  /** Whether the write left; it does not without a session that the page can read. */
  readonly isSent: boolean;
  /** What the page takes for granted. */
  readonly effect: 'none' | 'unknown';
  /** What its notice says beside its own title. */
  readonly texts: readonly string[];
}

/** Changes a line as an open page of the older version does: reads the session, names the write, reads the answer. */
export async function writeAsOlderPage(page: Page, path: string, body: object): Promise<OlderOutcome> {
  const { isSent, status, answer } = await page.evaluate(sendAsOlderPage, { path, body });
  if (!isSent) return { isSent, effect: 'none', texts: [] };
  const envelope = isWireObject(answer) && typeof answer['code'] === 'string' && 'acted' in answer;
  const isRefusal = [400, 401, 403, 404, 409, 422, 429].includes(status);
  const acted = envelope ? answer['acted'] : undefined;
  const detail = !envelope && isWireObject(answer) ? answer['detail'] : '';
  return {
    isSent,
    effect: acted === 'no' || (acted !== 'unknown' && isRefusal) ? 'none' : 'unknown',
    texts: typeof detail === 'string' && detail !== '' ? [detail] : [],
  };
}

/** Runs in the browser. */
async function sendAsOlderPage({ path, body }: { path: string; body: object }) {
  const own = { 'x-ot': '1' };
  const session: unknown = await (await fetch('/auth/session', { headers: own })).json();
  const bootId: unknown =
    typeof session === 'object' && session && 'bootId' in session ? session.bootId : null;
  if (typeof bootId !== 'string') return { isSent: false, status: 0, answer: null };
  const attempt = `${bootId}.${Date.now()}.${'a'.repeat(22)}`;
  const response = await fetch(path, {
    method: 'PATCH',
    headers: { ...own, 'content-type': 'application/json', 'x-ot-attempt': attempt },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  return { isSent: true, status: response.status, answer };
}
