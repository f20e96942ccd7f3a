import { CART_FILTERS, LINE_FILTERS, LONGEST_FILTER } from '~/contract/list-query';
import {
  matchOperation,
  operationNames,
  operationPath,
  operations,
  type MatchedOperation,
  type OperationIds,
  type OperationName,
} from '~/contract/operations';
import { isModest } from './json-shape';
import { mediaType } from './media-type';
import { readWhole, TooLargeError } from './read-whole';
import { refusedHere, type Refusal } from './refusal';
import type { RequestTarget } from './request-target';

/*
 * The front checks of /api: what passes here is one of the document's eleven calls, from our own page, with nothing in
 * it that we did not foresee. The network and the sandbox stand behind the same checks.
 */

const LARGEST_BODY = 256 * 1024;
/** An id of a cart or a line, as it may stand in a path. */
export const PLAIN_ID = /^[\w-]{1,64}$/;
const PAGING = ['page', 'page_size', 'limit', 'offset'];
const QUERY_NAMES: Partial<Record<OperationName, ReadonlySet<string>>> = {
  listCarts: new Set([...CART_FILTERS, ...PAGING]),
  listLines: new Set([...LINE_FILTERS, 'search', 'sort', ...PAGING]),
};
/** The calls that the document gives a request body. */
const WITH_BODY: readonly OperationName[] = ['createCart', 'updateCart', 'createLine', 'updateLine'];

/** A call that may be forwarded: every part of it checked and written anew. */
export interface ApiCall {
  readonly operation: OperationName;
  readonly ids: OperationIds;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly body: Uint8Array<ArrayBuffer> | null;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** Which of the eleven operations a request is: 404 for none, 405 when only the method is wrong. */
export function checkOperation(method: string, path: string): Checked<MatchedOperation> {
  const matched = matchOperation(method, path);
  if (matched) {
    const { cartId = 'none', lineId = 'none' } = matched.ids;
    const isPlain = PLAIN_ID.test(cartId) && PLAIN_ID.test(lineId);
    return isPlain ? { ok: true, value: matched } : refuse(404, 'not_found');
  }
  const allowed = operationNames
    .map((name) => operations[name].method)
    .filter((other) => matchOperation(other, path));
  if (allowed.length === 0) return refuse(404, 'not_found');
  return {
    ok: false,
    refusal: { ...refusedHere(405, 'method_not_allowed'), allow: [...new Set(allowed)].join(', ') },
  };
}

/** Checks a request for an operation, reads its body and writes the call that may be forwarded. */
export async function readApiCall(
  { name, ids }: MatchedOperation,
  request: Request,
  target: RequestTarget,
): Promise<Checked<ApiCall>> {
  const query = checkQuery(name, target.search);
  if (query === null) return refuse(400, 'bad_query');
  const body = await readBody(name, request);
  if (!body.ok) return body;
  return {
    ok: true,
    value: {
      operation: name,
      ids,
      method: operations[name].method,
      target: operationPath(name, ids) + (query ? `?${query}` : ''),
      body: body.value,
    },
  };
}

function checkQuery(name: OperationName, search: URLSearchParams): string | null {
  const allowed = QUERY_NAMES[name];
  const seen = new Set<string>();
  for (const [key, value] of search) {
    if (!allowed?.has(key) || seen.has(key) || value.length > LONGEST_FILTER) return null;
    seen.add(key);
  }
  return search.toString();
}

async function readBody(
  name: OperationName,
  request: Request,
): Promise<Checked<Uint8Array<ArrayBuffer> | null>> {
  const body = await readBytes(request);
  if (!body.ok) return body;
  if (WITH_BODY.includes(name)) return checkJson(request, body.value);
  return body.value.byteLength === 0 ? { ok: true, value: null } : refuse(400, 'bad_body');
}

/** Reads a body of JSON of our own calls. */
export async function readJsonBody(request: Request): Promise<Checked<unknown>> {
  const body = await readBytes(request);
  if (!body.ok) return body;
  const json = checkJson(request, body.value);
  if (!json.ok) return json;
  const value: unknown = JSON.parse(new TextDecoder().decode(json.value));
  return { ok: true, value };
}

async function readBytes(request: Request): Promise<Checked<Uint8Array<ArrayBuffer>>> {
  if (Number(request.headers.get('Content-Length')) > LARGEST_BODY) return refuse(413, 'body_too_large');
  // Such a request has no body, and to ask for it is to make the whole request anew.
  if (request.method === 'GET') return { ok: true, value: new Uint8Array() };
  try {
    return { ok: true, value: await readWhole(request.body, LARGEST_BODY) };
  } catch (error) {
    if (error instanceof TooLargeError) return refuse(413, 'body_too_large');
    throw error;
  }
}

function checkJson(request: Request, body: Uint8Array<ArrayBuffer>): Checked<Uint8Array<ArrayBuffer>> {
  if (mediaType(request) !== 'application/json') return refuse(415, 'bad_body_type');
  return isJson(body) && isModest(JSON.parse(new TextDecoder().decode(body)))
    ? { ok: true, value: body }
    : refuse(400, 'bad_body');
}

/** Whether bytes are one JSON text in UTF-8. */
export function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}

function refuse(...reason: Parameters<typeof refusedHere>): {
  readonly ok: false;
  readonly refusal: Refusal;
} {
  return { ok: false, refusal: refusedHere(...reason) };
}
