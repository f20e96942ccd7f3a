import { parseLossless, stringifyLossless } from '~/contract/lossless-json';
import type { OperationIds, OperationName } from '~/contract/operations';
import type { ApiWorld, Handler } from '~/mock-api/operations/api-call';
import { decodeBody, decodeQuery } from './decode';
import type { Dialect } from './dialects';
import { encode, encodeRefusal } from './encode';
import { ConnectionCut, type FaultAnswer, type Faults, type MetFault } from './faults';
import type { Ledger } from './ledger';
import { ApiRefusal } from '~/mock-api/wire/api-refusal';
import { readBody } from '~/mock-api/wire/request-body';
import { UnknownForm } from './unknown-form';
import { failureByName, isSlowByName, LOST, lossByName, SLOW_SAVE } from './well-known-failures';

interface Server {
  readonly world: ApiWorld;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly dialect: Dialect;
}

interface Incoming {
  readonly name: OperationName;
  readonly handler: Handler;
  readonly request: Request;
  readonly ids: OperationIds;
}

/** From request to answer: recorded, befallen by a fault if one was planned, acted on, said in the dialect. */
export async function handle(server: Server, incoming: Incoming): Promise<Response> {
  const { world, faults, ledger } = server;
  const { name, request, ids } = incoming;
  const url = new URL(request.url);
  const body = readBody(await request.text());
  const entry = ledger.record({
    at: world.clock.now(),
    method: request.method,
    path: url.pathname,
    operation: name,
    ids,
    query: Object.fromEntries(url.searchParams),
    body,
  });
  const fault = faults.take(name, ids, entry.query);
  const response = await answerUnder(fault, async () => {
    if (isSave(name) && isSlowByName(body)) await world.clock.sleep(SLOW_SAVE);
    const failure = isSave(name) ? failureByName(body) : null;
    if (failure) return toResponse(failure);
    const loss = name === 'confirmCart' ? lossByName(rowsOf(world, ids)) : null;
    if (loss === 'before') return toResponse(LOST);
    const answer = act(server, incoming, url, body);
    return loss === 'after' ? toResponse(LOST) : answer;
  });
  entry.status = response.status;
  return response;
}

async function answerUnder(fault: MetFault | null, act: () => Promise<Response>): Promise<Response> {
  if (!fault) return act();
  if (fault.hold === 'before') await fault.released;
  if (fault.cut === 'before') throw new ConnectionCut();
  if (fault.answer) return toResponse(fault.answer);
  const good = await act();
  if (fault.hold === 'after') await fault.released;
  if (fault.cut === 'after') throw new ConnectionCut();
  if (fault.answerAfter) return toResponse(fault.answerAfter);
  if (!fault.reshape) return good;
  const body = parseLossless(await good.text());
  return toResponse({ status: good.status, body: fault.reshape(body) });
}

function act(
  { world, dialect }: Server,
  { name, handler, ids }: Incoming,
  url: URL,
  body: unknown,
): Response {
  world.confirmations.applyDue(world.clock.now());
  try {
    const query = decodeQuery(dialect, name, url.searchParams);
    return encode(dialect, handler(world, { ids, body: decodeBody(dialect, name, body), query }), url);
  } catch (error) {
    if (error instanceof ApiRefusal || error instanceof UnknownForm) return encodeRefusal(dialect, error);
    throw error;
  }
}

function rowsOf({ store }: ApiWorld, { cartId }: OperationIds) {
  return store.findCart(cartId)?.lines.map(({ row }) => row) ?? [];
}

function isSave(name: OperationName): boolean {
  return name === 'createLine' || name === 'updateLine';
}

function toResponse({ status, body, headers }: FaultAnswer): Response {
  if (body === undefined) return new Response(null, { status, headers: { ...headers } });
  if (typeof body !== 'string')
    return new Response(stringifyLossless(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const type = body.trimStart().startsWith('<') ? 'text/html' : 'text/plain';
  return new Response(body, { status, headers: { 'content-type': `${type}; charset=utf-8`, ...headers } });
}
