import { randomBytes, randomUUID } from 'node:crypto';
import { operations } from '~/contract/operations';
import { preferredLanguage } from './accept-language';
import { announcement } from './announce';
import { checkOperation, isSameOrigin, readApiCall } from './api-request';
import { fileResponse } from './assets';
import type { ClientBuild } from './client-files';
import { receiveCspReport } from './csp-reports';
import { prepareDocument } from './document';
import type { Forward } from './proxy';
import { refusalResponse, refusedHere } from './refusal';
import { ownOrigin, readTarget, type RequestTarget } from './request-target';
import { apiHeaders, CSP_REPORT_PATH, documentHeaders, fileHeaders } from './security-headers';

/** What is remembered of a request: never a query, a body or an id of a cart or line. */
export interface RequestLog {
  readonly time: string;
  readonly id: string;
  readonly method: string;
  /** A template, such as `/api/v1/product_order/{cartId}/`. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** The directive of the document's policy that a browser's report names. */
  readonly violated?: string;
}

export interface GatewayParts {
  readonly client: ClientBuild;
  readonly forward: Forward;
  readonly sandbox: boolean;
  /** Null takes each request's own. */
  readonly publicOrigin: string | null;
  readonly log: (entry: RequestLog) => void;
}

/** Answers a request; `rawTarget` is its target as it stood on the wire. Never throws. */
export type Gateway = (request: Request, rawTarget: string) => Promise<Response>;

interface Routed {
  readonly route: string;
  readonly response: Response;
  readonly violated?: string;
}

/** The front door: the app's document and files, and the eleven calls of the API behind their checks. */
export function createGateway(parts: GatewayParts): Gateway {
  const render = prepareDocument(parts.client.html, parts.sandbox);

  async function route(request: Request, rawTarget: string, requestId: string): Promise<Routed> {
    const refuse = (routeName: string, status: number, code: Parameters<typeof refusedHere>[1]): Routed => ({
      route: routeName,
      response: refusalResponse(refusedHere(status, code), requestId, apiHeaders(requestId)),
    });
    const origin = parts.publicOrigin ?? ownOrigin(request.headers.get('Host'));
    if (!origin) return refuse('refused', 400, 'bad_host');
    const target = readTarget(rawTarget);
    if (!target) return refuse('refused', 404, 'bad_path');
    const { path } = target;
    if (isUnder(path, '/api')) return answerApi(request, target, origin, requestId);
    if (path === CSP_REPORT_PATH) return answerReport(request, requestId);
    if (isUnder(path, '/gw')) return refuse('/gw', 404, 'not_found');
    return answerPage(request, target, origin, requestId);
  }

  async function answerApi(
    request: Request,
    target: RequestTarget,
    origin: string,
    requestId: string,
  ): Promise<Routed> {
    const refused = (refusal: Parameters<typeof refusalResponse>[0], name = '/api'): Routed => ({
      route: name,
      response: refusalResponse(refusal, requestId, apiHeaders(requestId)),
    });
    const operation = checkOperation(request.method, target.path);
    if (!operation.ok) return refused(operation.refusal);
    const template = operations[operation.value.name].path;
    if (!isSameOrigin(request.method, request.headers, origin)) {
      return refused(refusedHere(403, 'cross_site'), template);
    }
    const call = await readApiCall(operation.value, request, target);
    if (!call.ok) return refused(call.refusal, template);
    return { route: template, response: await parts.forward(call.value, requestId) };
  }

  function answerPage(request: Request, target: RequestTarget, origin: string, requestId: string): Routed {
    const { path } = target;
    const file = parts.client.files.get(path);
    const isAsset = isUnder(path, '/assets');
    const name = isAsset ? '/assets' : file ? path : 'document';
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const refusal = { ...refusedHere(405, 'method_not_allowed'), allow: 'GET, HEAD' };
      return { route: name, response: refusalResponse(refusal, requestId, fileHeaders('', 'never')) };
    }
    if (file) return { route: name, response: fileResponse(file, request.headers.get('Accept-Encoding')) };
    if (isAsset) {
      // Never the app page: a stale tab learns here that its build is gone.
      const refusal = refusedHere(404, 'not_found');
      return { route: name, response: refusalResponse(refusal, requestId, fileHeaders('', 'never')) };
    }
    const nonce = randomBytes(18).toString('base64');
    const language = preferredLanguage(request.headers.get('Accept-Language'));
    const html = render(nonce, announcement(target, language, parts.client.manifest, nonce));
    return { route: name, response: new Response(html, { headers: documentHeaders(origin, nonce) }) };
  }

  return async (request, rawTarget) => {
    const id = randomUUID();
    const start = performance.now();
    const {
      route: name,
      response,
      violated,
    } = await route(request, rawTarget, id).catch((): Routed => ({
      route: 'failed',
      response: refusalResponse({ status: 500, code: 'internal', acted: 'unknown' }, id, apiHeaders(id)),
    }));
    parts.log({
      time: new Date().toISOString(),
      id,
      method: request.method,
      route: name,
      status: response.status,
      ms: Math.round(performance.now() - start),
      ...(violated ? { violated } : {}),
    });
    return response;
  };
}

async function answerReport(request: Request, requestId: string): Promise<Routed> {
  const violated: string[] = [];
  const response = await receiveCspReport(request, requestId, (directive) => violated.push(directive));
  const [first] = violated;
  return { route: CSP_REPORT_PATH, response, ...(first ? { violated: first } : {}) };
}

function isUnder(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}
