/*
 * The headers of every kind of answer, to the letter and in one place. The document's policy allows nothing but our
 * own hashed files: no inline script or style, no `unsafe-*`, no Trusted Types policy. A library that injects <style>
 * or uses innerHTML shows itself at once, and is not adopted.
 */

const PERMISSIONS =
  'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()';

/** Where browsers report what the document's policy stopped. */
export const CSP_REPORT_PATH = '/gw/csp';

/**
 * Headers of the document. Two policies have to pass both: the first keeps scripts to our assets (an answer of the API
 * can never be one), the second to this very response's nonce. Strict-Transport-Security is sent over https only,
 * where alone browsers heed it.
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
      "trusted-types 'none'",
      `report-uri ${CSP_REPORT_PATH}`,
      'report-to csp',
    ].join('; '),
  );
  headers.append('Content-Security-Policy', `script-src 'nonce-${nonce}'`);
  if (origin.startsWith('https:')) {
    headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  }
  return headers;
}

/** How long a browser may keep a file: hashed ones for ever, those with a lasting name for an hour, a missing one never. */
export type Keep = 'for-ever' | 'an-hour' | 'never';

const CACHE_CONTROL: Record<Keep, string> = {
  'for-ever': 'public, max-age=31536000, immutable',
  'an-hour': 'public, max-age=3600',
  never: 'no-store',
};

/** Headers of a file: of /assets/, or with a lasting name such as /favicon.svg. */
export function fileHeaders(type: string, keep: Keep): Headers {
  return new Headers({
    'Content-Type': type,
    'Cache-Control': CACHE_CONTROL[keep],
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Security-Policy': "default-src 'none'",
    Vary: 'Accept-Encoding',
  });
}

/** Headers of everything under /api, /gw and /auth, refusals included. There is never an Access-Control-… among them. */
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
  });
}
