import { stringifyLossless } from '~/contract/lossless-json';
import { isWireObject } from '~/contract/scalars';
import { jsonOf, wholeResponse, withInit } from '~/gateway/http/whole-response';

/** An answer that was read; `body` is its JSON, null when there is none. */
export interface ReadAnswer {
  readonly response: Response;
  readonly body: unknown;
}

/** Reads the JSON of an answer; the answer itself can still be passed on. */
export async function readAnswer(response: Response): Promise<ReadAnswer> {
  return { response, body: await jsonOf(response) };
}

/**
 * Whether an answer is the API's own complete refusal, 400 or 422 with JSON: it proves that nothing was done. A refusal
 * by the gateway, or the HTML page of a proxy, is none.
 */
export function isFormRefusal({ response, body }: ReadAnswer): boolean {
  const isEnvelope = isWireObject(body) && typeof body['code'] === 'string' && 'acted' in body;
  return (response.status === 400 || response.status === 422) && body !== null && !isEnvelope;
}

/** The answer with another body, or further headers. */
export function withBody(
  response: Response,
  body: unknown,
  more: Readonly<Record<string, string>> = {},
  status = response.status,
): Response {
  const headers = withMore(response.headers, more);
  headers.delete('Content-Length');
  return wholeResponse(stringifyLossless(body), { status, headers });
}

export function withHeaders(response: Response, more: Readonly<Record<string, string>>): Response {
  return withInit(response, { status: response.status, headers: withMore(response.headers, more) });
}

function withMore(headers: Headers, more: Readonly<Record<string, string>>): Headers {
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(more)) all.set(name, value);
  return all;
}
