import { randomBytes, randomUUID } from 'node:crypto';
import { negotiateLanguage } from '~/gateway/http/accept-language';
import { preloadLinks } from '~/gateway/document/preload-links';
import { fileResponse } from '~/gateway/document/assets';
import { requestContext } from '~/gateway/session/request-context';
import { isLoopback } from '~/gateway/settings/setting-readers';
import type { ClientBuild } from '~/gateway/document/client-files';
import { receiveCspReport } from '~/gateway/document/csp-reports';
import { prepareDocument } from '~/gateway/document/document';
import { isUnder, type ApiRoutes, type Routed } from './api-routes';
import { networkOf } from '~/gateway/http/client-address';
import { createRateLimit } from '~/gateway/http/rate-limit';
import { errorResponse, gatewayError } from '~/gateway/http/error-response';
import { requestLog, type Logged, type RequestLog } from './request-log';
import { ownOrigin, readTarget, type RequestTarget } from '~/gateway/http/request-target';
import { CSP_REPORT_PATH, documentHeaders, fileHeaders } from '~/gateway/http/security-headers';

export interface GatewayParts {
  readonly client: ClientBuild;
  readonly apiRoutes: ApiRoutes;
  readonly sandbox: boolean;
  /** Null takes the Host of each request. */
  readonly publicOrigin: string | null;
  /** Whether only a Host of this machine is answered. */
  readonly isLoopbackOnly: boolean;
  readonly log: (entry: RequestLog) => void;
}

/** Answers a request; `rawTarget` is its target on the wire. Never throws. */
export type Gateway = (request: Request, rawTarget: string) => Promise<Response>;

/** Policy reports per IP address. */
const REPORTS = { perSecond: 1, burst: 10 };

/** Answers the app's document, its files and the calls of the page. */
export function createGateway(parts: GatewayParts): Gateway {
  const takeReport = createRateLimit(REPORTS);
  const render = prepareDocument(parts.client.html, parts.sandbox);

  async function route(request: Request, rawTarget: string, requestId: string): Promise<Logged> {
    const refuse = (routeName: string, status: number, code: Parameters<typeof gatewayError>[1]): Routed => ({
      route: routeName,
      response: errorResponse(gatewayError(status, code), requestId),
    });
    const hostOrigin = ownOrigin(request.headers.get('Host'));
    const origin = parts.publicOrigin ?? hostOrigin;
    if (!origin || (parts.isLoopbackOnly && !isLoopbackOrigin(hostOrigin)))
      return refuse('refused', 400, 'bad_host');
    const target = readTarget(rawTarget);
    if (!target) return refuse('refused', 404, 'bad_path');
    const { path } = target;
    if (path === CSP_REPORT_PATH) {
      const seconds = takeReport(networkOf(requestContext()?.address ?? ''));
      return seconds > 0 ? refuse(path, 429, 'too_many') : answerReport(request, requestId);
    }
    const routed = await parts.apiRoutes(request, target, origin, requestId);
    return routed ?? answerPage(request, target, origin, requestId);
  }

  function answerPage(request: Request, target: RequestTarget, origin: string, requestId: string): Routed {
    const { path } = target;
    const file = parts.client.files.get(path);
    const isAsset = isUnder(path, '/assets');
    const name = isAsset ? '/assets' : file ? path : 'document';
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const error = { ...gatewayError(405, 'method_not_allowed'), allow: 'GET, HEAD' };
      return { route: name, response: errorResponse(error, requestId, fileHeaders('', 'never')) };
    }
    if (file) return { route: name, response: fileResponse(file, request.headers.get('Accept-Encoding')) };
    if (isAsset) {
      // Never the document: a stale tab learns here that its build is gone.
      const error = gatewayError(404, 'not_found');
      return { route: name, response: errorResponse(error, requestId, fileHeaders('', 'never')) };
    }
    const nonce = randomBytes(18).toString('base64');
    const language = negotiateLanguage(request.headers.get('Accept-Language'));
    const html = render(nonce, preloadLinks(target, language, parts.client.screens, nonce));
    return { route: name, response: new Response(html, { headers: documentHeaders(origin, nonce) }) };
  }

  return async (request, rawTarget) => {
    const id = randomUUID();
    const start = performance.now();
    const logged = await route(request, rawTarget, id).catch((): Logged => ({
      route: 'failed',
      response: errorResponse({ status: 500, code: 'internal', acted: 'unknown' }, id),
    }));
    parts.log(requestLog(request.method, id, start, logged));
    return logged.response;
  };
}

function isLoopbackOrigin(origin: string | null): boolean {
  return origin !== null && URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}

async function answerReport(request: Request, requestId: string): Promise<Logged> {
  const violated: string[] = [];
  const response = await receiveCspReport(request, requestId, (directive) => violated.push(directive));
  const [first] = violated;
  return { route: CSP_REPORT_PATH, response, ...(first ? { violated: first } : {}) };
}
