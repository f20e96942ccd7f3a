import { parseLossless } from '~/contract/lossless-json';

/*
 * Responses whose body is known as a whole. To read the body of a Web `Response` is to make a stream of it, which the
 * server then writes in parts. So the body is kept beside the response, decoded and parsed once.
 */

type Body = string | Uint8Array<ArrayBuffer> | null;

/** What is known of a body: no WeakMap holds it, for its entries make work for the garbage collector. */
class Known {
  text: string | undefined;
  json: { readonly value: unknown } | undefined;
  readonly body: Body;

  constructor(body: Body) {
    this.body = body;
  }
}

const KNOWN = Symbol('whole body');

function knownOf(response: Response): Known | null {
  const its: unknown = Reflect.get(response, KNOWN);
  return its instanceof Known ? its : null;
}

/** A response with a whole body. */
export function wholeResponse(body: Body, init: ResponseInit): Response {
  return responseOf(new Known(body), init);
}

/** A response with a body of JSON; null when it is no JSON in UTF-8. */
export function jsonResponse(body: Uint8Array<ArrayBuffer>, init: ResponseInit): Response | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    const its = new Known(body);
    its.text = text;
    its.json = { value: parseLossless(text) };
    return responseOf(its, init);
  } catch {
    return null;
  }
}

/** The response with other headers or another status. */
export function withInit(response: Response, init: ResponseInit): Response {
  const its = knownOf(response);
  return its ? responseOf(its, init) : new Response(response.body, init);
}

/** The body as text. The response can still be passed on. */
export async function textOf(response: Response): Promise<string> {
  const its = knownOf(response);
  if (!its) return response.clone().text();
  its.text ??= typeof its.body === 'string' ? its.body : new TextDecoder().decode(its.body ?? undefined);
  return its.text;
}

/** The body as JSON, not to be changed; null when it is none. The response can still be passed on. */
export async function jsonOf(response: Response): Promise<unknown> {
  const its = knownOf(response);
  if (its?.json) return its.json.value;
  const value = ifJson(await textOf(response));
  if (its) its.json = { value };
  return value;
}

function responseOf(its: Known, init: ResponseInit): Response {
  const response = new Response(its.body, init);
  Reflect.set(response, KNOWN, its);
  return response;
}

function ifJson(text: string): unknown {
  try {
    return parseLossless(text);
  } catch {
    return null;
  }
}
