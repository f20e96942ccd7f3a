import { randomBytes, randomUUID } from 'node:crypto';
import { preferredLanguage } from './accept-language';
import { announcement } from './announce';
import { fileResponse } from './assets';
import { currentCaller } from './caller';
import type { ClientBuild } from './client-files';
import { receiveCspReport } from './csp-reports';
import { prepareDocument } from './document';
import { isUnder, type PageCalls, type Routed } from './page-calls';
import { createRateLimit } from './rate-limit';
import { refusalResponse, refusedHere } from './refusal';
import { requestLog, type Logged, type RequestLog } from './request-log';
import { ownOrigin, readTarget, type RequestTarget } from './request-target';
import { CSP_REPORT_PATH, documentHeaders, fileHeaders } from './security-headers';

export interface GatewayParts {
  readonly client: ClientBuild;
  readonly pageCalls: PageCalls;
  readonly sandbox: boolean;
  /** Null takes each request's own. */
  readonly publicOrigin: string | null;
  readonly log: (entry: RequestLog) => void;
}

/** Answers a request; `rawTarget` is its target as it stood on the wire. Never throws. */
export type Gateway = (request: Request, rawTarget: string) => Promise<Response>;

/** Of the content policy, from one address: a page that breaks it does so once or a hundred times. */
const REPORTS = { perSecond: 1, burst: 10 };

/** The front door: the app's document and files, and what the page calls. */
export function createGateway(parts: GatewayParts): Gateway {
  const takeReport = createRateLimit(REPORTS);
  const render = prepareDocument(parts.client.html, parts.sandbox);

  async function route(request: Request, rawTarget: string, requestId: string): Promise<Logged> {
    const refuse = (routeName: string, status: number, code: Parameters<typeof refusedHere>[1]): Routed => ({
      route: routeName,
      response: refusalResponse(refusedHere(status, code), requestId),
    });
    const origin = parts.publicOrigin ?? ownOrigin(request.headers.get('Host'));
    if (!origin) return refuse('refused', 400, 'bad_host');
    const target = readTarget(rawTarget);
    if (!target) return refuse('refused', 404, 'bad_path');
    const { path } = target;
    if (path === CSP_REPORT_PATH) {
      const seconds = takeReport(currentCaller()?.address ?? '');
      return seconds > 0 ? refuse(path, 429, 'too_many') : answerReport(request, requestId);
    }
    const routed = await parts.pageCalls(request, target, origin, requestId);
    return routed ?? answerPage(request, target, origin, requestId);
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
    const logged = await route(request, rawTarget, id).catch((): Logged => ({
      route: 'failed',
      response: refusalResponse({ status: 500, code: 'internal', acted: 'unknown' }, id),
    }));
    parts.log(requestLog(request.method, id, start, logged));
    return logged.response;
  };
}

async function answerReport(request: Request, requestId: string): Promise<Logged> {
  const violated: string[] = [];
  const response = await receiveCspReport(request, requestId, (directive) => violated.push(directive));
  const [first] = violated;
  return { route: CSP_REPORT_PATH, response, ...(first ? { violated: first } : {}) };
}
