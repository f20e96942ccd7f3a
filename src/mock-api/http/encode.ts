import type { FieldMessage } from '~/contract/error-body';
import { isJsonNumber, stringifyLossless } from '~/contract/lossless-json';
import { wireObjects, type WireObject } from '~/contract/scalars';
import type { AnsweredList, HandlerAnswer } from '~/mock-api/operations/api-call';
import { neighbourHref } from '~/mock-api/operations/list-window';
import { ApiRefusal } from '~/mock-api/wire/api-refusal';
import { spell, type Dialect } from './dialects';
import { toErrorAnswer } from './error-bodies';
import { UnknownForm } from './unknown-form';

/** Writes an answer as this server does. `url` is the request's, for the URLs of a list's neighbours. */
export function encode(dialect: Dialect, answer: HandlerAnswer, url: URL): Response {
  if (answer.kind === 'line') return json(answer.status, encodeLine(dialect, answer.line));
  if (answer.kind === 'header') return json(answer.status, encodeState(dialect, answer.header));
  if (answer.kind === 'cart') return json(200, encodeCart(dialect, answer.cart));
  if (answer.kind === 'confirmed') return encodeConfirmed(dialect, answer.cart);
  if (answer.kind === 'list') return encodeList(dialect, answer.list, url);
  return new Response(null, { status: 204 });
}

/** Writes the reason of a refusal as this server does. */
export function encodeRefusal(dialect: Dialect, refusal: ApiRefusal | UnknownForm): Response {
  const isForm = refusal instanceof UnknownForm;
  const spelled = isForm
    ? refusal.fields
    : refusal.fields.map(({ path, message }) => ({
        path: path.map((part) => (typeof part === 'string' ? spell(dialect, part) : part)),
        message,
      }));
  const status = isForm ? 400 : refusal.status;
  const answer = toErrorAnswer(
    new ApiRefusal(status, refusal.message, named(dialect, spelled)),
    dialect.errors,
  );
  return json(answer.status, answer.body, { 'content-type': answer.contentType });
}

function named(dialect: Dialect, fields: readonly FieldMessage[]): readonly FieldMessage[] {
  const isQuery = fields.some(({ path }) => path[0] === 'query');
  const complaints = isQuery ? dialect.queryComplaints : dialect.complaints;
  if (complaints === 'all') return fields;
  return complaints === 'first' ? fields.slice(0, 1) : [];
}

function encodeLine(dialect: Dialect, line: WireObject): WireObject {
  const vlan = line['vlan_reference'];
  const { product_order_id: cartId, ...rest } = line;
  const encoded = {
    ...encodeState(dialect, rest),
    ...(dialect.lineCart === 'shown' ? { product_order_id: cartId } : {}),
    vlan_reference: dialect.vlan === 'text' && isJsonNumber(vlan) ? String(vlan) : vlan,
    related_contact_information: wireObjects(line['related_contact_information']).map((contact) =>
      encodeEmpties(
        dialect,
        dialect.contactKeys === 'more' ? { ...contact, site_label: 'S-1', site_zone: 'Z-1' } : contact,
      ),
    ),
    state_change: wireObjects(line['state_change']).map((change) => encodeState(dialect, change)),
  };
  const spelled = Object.entries(encoded).map(([name, value]) => [spell(dialect, name), value] as const);
  return encodeEmpties(dialect, Object.fromEntries(spelled));
}

function encodeEmpties({ empties }: Dialect, object: WireObject): WireObject {
  if (empties === 'as-stored') return object;
  const isEmpty = (value: unknown) =>
    value === '' || value === null || (Array.isArray(value) && value.length === 0);
  const entries = Object.entries(object);
  return Object.fromEntries(
    empties === 'left-out'
      ? entries.filter(([, value]) => !isEmpty(value))
      : entries.map(([name, value]) => [name, value === '' ? null : value]),
  );
}

function encodeState(dialect: Dialect, holder: WireObject): WireObject {
  const { state } = holder;
  return typeof state === 'string' ? { ...holder, state: dialect.states[state] ?? state } : holder;
}

const PROMISED_IN_DETAIL = ['external_id', 'project_id', 'id'];

function encodeCart(dialect: Dialect, cart: WireObject): WireObject {
  const { product_order_item: lines, ...header } = cart;
  const encoded = Object.entries(encodeState(dialect, header)).filter(
    ([name]) => dialect.cartDetail === 'with-state' || PROMISED_IN_DETAIL.includes(name),
  );
  return {
    ...Object.fromEntries(encoded),
    product_order_item: wireObjects(lines).map((line) => encodeLine(dialect, line)),
  };
}

function encodeConfirmed(dialect: Dialect, cart: WireObject): Response {
  if (dialect.confirmAnswer === 'nothing') return new Response(null, { status: 204 });
  const { product_order_item: lines, ...header } = encodeCart(dialect, cart);
  return json(200, dialect.confirmAnswer === 'cart' ? { ...header, product_order_item: lines } : header);
}

function encodeList(dialect: Dialect, list: AnsweredList, url: URL): Response {
  const { count, page } = list;
  const rowsFrom = (start: number, end: number) =>
    list.rows(start, end).map((row) => encodeState(dialect, row));
  if (dialect.list === 'bare') return json(200, rowsFrom(0, count));
  const rows = rowsFrom(page.offset, page.offset + page.size);
  if (dialect.list === 'bare-pages') return json(200, rows);
  if (dialect.list === 'bare-with-total') return json(200, rows, { 'x-total-count': String(count) });
  if (dialect.list === 'items-count') return json(200, { items: rows, count });
  const neighbour = (offset: number) => neighbourHref(url, page, offset, count, dialect.paging === 'offset');
  const next = neighbour(page.offset + page.size);
  if (dialect.list === 'bare-with-link') {
    return json(200, rows, { link: next === null ? '<x>; rel="first"' : `<${next}>; rel="next"` });
  }
  return json(200, {
    count,
    next,
    previous: page.offset === 0 ? null : neighbour(page.offset - page.size),
    results: rows,
  });
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(stringifyLossless(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}
