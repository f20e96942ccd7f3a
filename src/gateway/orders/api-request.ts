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
import { isModest } from '~/gateway/http/json-shape';
import { mediaType } from '~/gateway/http/media-type';
import { readWhole, TooLargeError } from '~/gateway/http/read-whole';
import { gatewayError, type GatewayError } from '~/gateway/http/error-response';
import type { RequestTarget } from '~/gateway/http/request-target';

/*
 * The front checks of /api. They pass only the document's eleven calls, from our own page, with known content. The
 * network and the sandbox stand behind the same checks.
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
  /** The person that it is made for, as quotas count it. */
  readonly owner: string;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: GatewayError };

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
    refusal: { ...gatewayError(405, 'method_not_allowed'), allow: [...new Set(allowed)].join(', ') },
  };
}

/** Checks a request for an operation, reads its body and writes the call that may be forwarded. */
export async function readApiCall(
  { name, ids }: MatchedOperation,
  request: Request,
  target: RequestTarget,
  owner: string,
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
      owner,
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
  const size = Number(request.headers.get('Content-Length'));
  if (size > LARGEST_BODY) return tooLarge({ size });
  // Such a request has no body, and to ask for it is to make the whole request anew.
  if (request.method === 'GET') return { ok: true, value: new Uint8Array() };
  try {
    // A server holds a body to the length that its header names, and reads it without a stream.
    if (/^\d+$/.test(request.headers.get('Content-Length') ?? '')) {
      const value = new Uint8Array(await request.arrayBuffer());
      return value.byteLength > LARGEST_BODY ? refuse(413, 'body_too_large') : { ok: true, value };
    }
    return { ok: true, value: await readWhole(request.body, LARGEST_BODY) };
  } catch (error) {
    if (error instanceof TooLargeError) return tooLarge();
    throw error;
  }
}

function tooLarge(known: { readonly size?: number } = {}): Checked<never> {
  return {
    ok: false,
    refusal: { ...gatewayError(413, 'body_too_large'), limit: LARGEST_BODY, ...known },
  };
}

function checkJson(request: Request, body: Uint8Array<ArrayBuffer>): Checked<Uint8Array<ArrayBuffer>> {
  if (mediaType(request) !== 'application/json') return refuse(415, 'bad_body_type');
  return isModestJson(body) ? { ok: true, value: body } : refuse(400, 'bad_body');
}

function isModestJson(bytes: Uint8Array): boolean {
  try {
    return isModest(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return false;
  }
}

function refuse(...reason: Parameters<typeof gatewayError>): {
  readonly ok: false;
  readonly refusal: GatewayError;
} {
  return { ok: false, refusal: gatewayError(...reason) };
}
