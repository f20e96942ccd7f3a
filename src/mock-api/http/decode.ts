import { CONTACT_FIELDS } from '~/contract/contact';
import { isJsonNumber } from '~/contract/lossless-json';
import type { FieldMessage } from '~/contract/error-body';
import { CART_FILTERS, LINE_FILTERS } from '~/contract/list-query';
import type { OperationName } from '~/contract/operations';
import { canonicalFieldName, LINE_FIELDS } from '~/contract/order-line';
import { isWireObject, wireObjects, type WireObject } from '~/contract/scalars';
import { spell, type Dialect } from './dialects';
import { UnknownForm } from './unknown-form';

const CONTACTS = 'related_contact_information';
const PAGING: Readonly<Record<Dialect['paging'], readonly string[]>> = {
  any: ['page', 'page_size', 'limit', 'offset'],
  page: ['page', 'page_size'],
  offset: ['limit', 'offset'],
  'page-only': ['page'],
};

/** Reads the query of a list as this server does, into page and page_size or limit and offset. Throws an UnknownForm. */
export function decodeQuery(dialect: Dialect, name: OperationName, query: URLSearchParams): URLSearchParams {
  if (name !== 'listCarts' && name !== 'listLines') return query;
  const paging = PAGING[dialect.paging];
  const sorts = name === 'listLines' && dialect.sort !== 'refused' ? ['sort'] : [];
  const filters = name === 'listCarts' ? CART_FILTERS : [...LINE_FILTERS, 'search'];
  const known = new Set<string>([...filters, ...sorts, ...paging]);
  const unknown = [...query.keys()].filter((key) => !known.has(key));
  const complaints: FieldMessage[] =
    dialect.unknownQuery === 'refused'
      ? unknown.map((key) => ({ path: ['query', key], message: EXTRA }))
      : [];
  const sort = decodeSort(dialect, query.get('sort') ?? '');
  if (sort === null) complaints.push({ path: ['query', 'sort'], message: 'Not a valid choice.' });
  if (complaints.length > 0) throw new UnknownForm(complaints);
  const decoded = new URLSearchParams([...query].filter(([key]) => known.has(key) && key !== 'sort'));
  if (sort) decoded.set('sort', sort);
  limitRows(dialect, paging, decoded);
  return decoded;
}

const EXTRA = 'Extra inputs are not permitted.';

/** In our own form; null for a form that this server does not know. */
function decodeSort({ sort }: Dialect, requested: string): string | null {
  if (requested === '' || sort === 'minus' || sort === 'refused') return requested;
  if (sort === 'ignored') return '';
  const [, field, direction] = /^(\w+):(asc|desc)$/.exec(requested) ?? [];
  if (field === undefined) return null;
  return direction === 'desc' ? `-${field}` : field;
}

function limitRows({ pages }: Dialect, paging: readonly string[], query: URLSearchParams): void {
  const names = ['page_size', 'limit'];
  const requested = Number(names.map((name) => query.get(name)).find((value) => value !== null) ?? 50);
  if (pages === 'as-asked') return;
  const rows = pages === 'always-20' ? 20 : Math.min(requested, 25);
  for (const name of names) query.delete(name);
  query.set(paging.includes('page') ? 'page_size' : 'limit', String(rows));
}

/** Reads the body of a write as this server does. Throws an UnknownForm for one that it does not take. */
export function decodeBody(dialect: Dialect, name: OperationName, body: unknown): unknown {
  if (!isWireObject(body)) return body;
  const isLine = name === 'createLine' || name === 'updateLine';
  const complaints = [
    ...(isLine ? keyComplaints(dialect, body) : []),
    ...(isLine ? vlanComplaints(dialect, body) : []),
    ...nullComplaints(dialect, body),
  ];
  if (complaints.length > 0) throw new UnknownForm(complaints);
  if (!isLine || dialect.reads === 'both-spellings') return body;
  return Object.fromEntries(Object.entries(body).filter(([key]) => isKnownKey(dialect, key)));
}

function isKnownKey(dialect: Dialect, key: string): boolean {
  const field = canonicalFieldName(key);
  if (!LINE_FIELDS.some((known) => known === field)) return false;
  return dialect.reads === 'both-spellings' || key === spell(dialect, field);
}

function keyComplaints(dialect: Dialect, body: WireObject): FieldMessage[] {
  if (dialect.unknownKeys === 'ignored') return [];
  const own = Object.keys(body).filter((key) => !isKnownKey(dialect, key));
  const inContacts = wireObjects(body[CONTACTS]).flatMap((entry, index) =>
    Object.keys(entry)
      .filter((key) => !CONTACT_FIELDS.some((field) => field === key))
      .map((key) => ({ path: [CONTACTS, index, key], message: EXTRA })),
  );
  return [...own.map((key) => ({ path: [key], message: EXTRA })), ...inContacts];
}

function vlanComplaints({ vlan, vlanTaken }: Dialect, body: WireObject): FieldMessage[] {
  const value = body['vlan_reference'];
  if (vlanTaken === 'either' || value === undefined || value === null || value === '') return [];
  if (vlan === 'text' && typeof value !== 'string')
    return [{ path: ['vlan_reference'], message: 'Input should be a valid string.' }];
  if (vlan === 'number' && !isJsonNumber(value))
    return [{ path: ['vlan_reference'], message: 'A valid number is required.' }];
  return [];
}

function nullComplaints({ nulls }: Dialect, body: WireObject): FieldMessage[] {
  if (nulls === 'taken') return [];
  const message = 'This field may not be null.';
  const own = namesOfNulls(body).map((key) => ({ path: [key], message }));
  const inContacts = wireObjects(body[CONTACTS]).flatMap((entry, index) =>
    namesOfNulls(entry).map((key) => ({ path: [CONTACTS, index, key], message })),
  );
  return [...own, ...inContacts];
}

function namesOfNulls(object: WireObject): string[] {
  return Object.entries(object).flatMap(([key, value]) => (value === null ? [key] : []));
}
