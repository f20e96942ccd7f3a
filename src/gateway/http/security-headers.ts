/*
 * The headers of every kind of answer. The document's policy allows only our own hashed files: no inline script or
 * style, no `unsafe-*`. Its one Trusted Types policy takes URLs of our assets, for the worker that reads spreadsheets.
 */

const PERMISSIONS =
  'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()';

/** Browsers report violations of the document's policy here. */
export const CSP_REPORT_PATH = '/gw/csp';

/**
 * Headers of the document. Two policies apply together. The first limits scripts to our assets, so an answer of the API
 * is never one. The second limits them to the nonce of this response. Strict-Transport-Security goes out over https
 * only.
 */
export function documentHeaders(origin: string, nonce: string): Headers {
  const assets = `${origin}/assets/`;
  const headers = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Reporting-Endpoints': `csp="${origin}${CSP_REPORT_PATH}"`,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': PERMISSIONS,
    'X-Robots-Tag': 'noindex, nofollow',
  });
  headers.append(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      `script-src ${assets}`,
      `worker-src ${assets}`,
      `style-src ${assets}`,
      `font-src ${assets}`,
      "img-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
      `report-uri ${CSP_REPORT_PATH}`,
      'report-to csp',
    ].join('; '),
  );
  headers.append('Content-Security-Policy', `script-src 'nonce-${nonce}'; worker-src ${assets}`);
  if (origin.startsWith('https:')) {
    headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  }
  return headers;
}

/** How long a browser caches a file: hashed files for ever, fixed names for an hour, a missing file never. */
export type FileCaching = 'for-ever' | 'an-hour' | 'never';

const CACHE_CONTROL: Record<FileCaching, string> = {
  'for-ever': 'public, max-age=31536000, immutable',
  'an-hour': 'public, max-age=3600',
  never: 'no-store',
};

/** Headers of a file of /assets/ or with a fixed name such as /favicon.svg. A worker has the policy of its file. */
export function fileHeaders(type: string, caching: FileCaching): Headers {
  return new Headers({
    'Content-Type': type,
    'Cache-Control': CACHE_CONTROL[caching],
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // Without it an isolated document loads no worker.
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Content-Security-Policy': "default-src 'none'",
    Vary: 'Accept-Encoding',
  });
}

/** Headers of every answer under /api, /gw and /auth, errors included. None allows another origin. */
export function apiHeaders(requestId: string): Headers {
  return new Headers({
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Disposition': 'attachment; filename="api.json"',
    Vary: 'Cookie, Sec-Fetch-Site, Origin',
    'X-Request-Id': requestId,
    // A page knows by it that no box in the middle has answered.
    'X-OT': '1',
  });
}
