import { isWireObject, wireObjects, type WireObject } from '~/contract/scalars';
import type { AnsweredList, Answer } from './api-call';
import { toErrorAnswer, type ErrorStyle } from './error-bodies';
import { neighbourAddress } from './list-window';
import { Refusal } from './refusal';

/** The ways in which two servers can differ and both follow the document. */
export interface Dialect {
  readonly list: 'count-results' | 'items-count' | 'bare' | 'bare-with-total';
  /** Of the two spellings of the second ENNI and the CPE's network number, the examples' or the tables'. */
  readonly spelling: 'examples' | 'tables';
  /** Whether a write may use the other spelling too; else it is passed over like any unknown field. */
  readonly hears: 'both-spellings' | 'own-spelling';
  readonly vlan: 'number' | 'text';
  /** Whether a cart with its lines says its state and dates, which the document does not promise. */
  readonly cartDetail: 'promised' | 'with-state';
  readonly confirmAnswer: 'cart' | 'header' | 'nothing';
  readonly errors: ErrorStyle;
  /** States that this server calls by a word that the document does not have. */
  readonly states: Readonly<Record<string, string>>;
}

/** The examples of the document, to the letter. */
export const EXAMPLES_DIALECT: Dialect = {
  list: 'count-results',
  spelling: 'examples',
  hears: 'both-spellings',
  vlan: 'number',
  cartDetail: 'promised',
  confirmAnswer: 'cart',
  errors: 'django-rest',
  states: {},
};

/** As far from the examples as the document allows. */
export const OTHER_DIALECT: Dialect = {
  list: 'items-count',
  spelling: 'tables',
  hears: 'own-spelling',
  vlan: 'text',
  cartDetail: 'with-state',
  confirmAnswer: 'header',
  errors: 'loc-msg',
  states: { held_adv_validation: 'technical_error' },
};

const OTHER_SPELLING: Readonly<Record<string, string>> = {
  enni_2: 'enni2',
  cpe_networking_number: 'cpe_network_number',
};

/** Reads a body of a write as this server does: its own spelling, or both. */
export function hear(dialect: Dialect, body: unknown): unknown {
  if (!isWireObject(body) || dialect.hears === 'both-spellings') return body;
  const deaf = dialect.spelling === 'tables' ? Object.values(OTHER_SPELLING) : Object.keys(OTHER_SPELLING);
  return Object.fromEntries(Object.entries(body).filter(([name]) => !deaf.includes(name)));
}

/** Says an answer as this server does. `url` is the request's, for the addresses of a list's neighbours. */
export function speak(dialect: Dialect, answer: Answer, url: URL): Response {
  if (answer.kind === 'line') return json(answer.status, sayLine(dialect, answer.line));
  if (answer.kind === 'header') return json(answer.status, sayState(dialect, answer.header));
  if (answer.kind === 'cart') return json(200, sayCart(dialect, answer.cart));
  if (answer.kind === 'confirmed') return sayConfirmed(dialect, answer.cart);
  if (answer.kind === 'list') return sayList(dialect, answer.list, url);
  return new Response(null, { status: 204 });
}

/** Says why a request was refused, as this server does. */
export function speakRefusal(dialect: Dialect, refusal: Refusal): Response {
  const spelled = refusal.fields.map(({ path, message }) => ({
    path: path.map((part) => (typeof part === 'string' ? spell(dialect, part) : part)),
    message,
  }));
  const answer = toErrorAnswer(new Refusal(refusal.status, refusal.message, spelled), dialect.errors);
  return json(answer.status, answer.body, { 'content-type': answer.contentType });
}

function spell(dialect: Dialect, name: string): string {
  return dialect.spelling === 'examples' ? (OTHER_SPELLING[name] ?? name) : name;
}

function sayLine(dialect: Dialect, line: WireObject): WireObject {
  const vlan = line['vlan_reference'];
  const said = {
    ...sayState(dialect, line),
    vlan_reference: dialect.vlan === 'text' && typeof vlan === 'number' ? String(vlan) : vlan,
    state_change: wireObjects(line['state_change']).map((change) => sayState(dialect, change)),
  };
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [spell(dialect, name), value]));
}

function sayState(dialect: Dialect, holder: WireObject): WireObject {
  const { state } = holder;
  return typeof state === 'string' ? { ...holder, state: dialect.states[state] ?? state } : holder;
}

const PROMISED_IN_DETAIL = ['external_id', 'project_id', 'id'];

function sayCart(dialect: Dialect, cart: WireObject): WireObject {
  const { product_order_item: lines, ...header } = cart;
  const said = Object.entries(sayState(dialect, header)).filter(
    ([name]) => dialect.cartDetail === 'with-state' || PROMISED_IN_DETAIL.includes(name),
  );
  return {
    ...Object.fromEntries(said),
    product_order_item: wireObjects(lines).map((line) => sayLine(dialect, line)),
  };
}

function sayConfirmed(dialect: Dialect, cart: WireObject): Response {
  if (dialect.confirmAnswer === 'nothing') return new Response(null, { status: 204 });
  const { product_order_item: lines, ...header } = sayCart(dialect, cart);
  return json(200, dialect.confirmAnswer === 'cart' ? { ...header, product_order_item: lines } : header);
}

function sayList(dialect: Dialect, list: AnsweredList, url: URL): Response {
  const { count, page } = list;
  const say = (start: number, end: number) => list.rows(start, end).map((row) => sayState(dialect, row));
  if (dialect.list === 'bare') return json(200, say(0, count));
  const rows = say(page.offset, page.offset + page.size);
  if (dialect.list === 'bare-with-total') return json(200, rows, { 'x-total-count': String(count) });
  if (dialect.list === 'items-count') return json(200, { items: rows, count });
  return json(200, {
    count,
    next: neighbourAddress(url, page, page.offset + page.size, count),
    previous: page.offset === 0 ? null : neighbourAddress(url, page, page.offset - page.size, count),
    results: rows,
  });
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}
