import { mediaType } from '~/gateway/http/media-type';
import { readWhole } from '~/gateway/http/read-whole';
import { errorResponse, gatewayError } from '~/gateway/http/error-response';
import { apiHeaders } from '~/gateway/http/security-headers';

const REPORT_TYPES = ['application/csp-report', 'application/reports+json'];
const LARGEST_REPORT = 16 * 1024;

/**
 * Receives a browser's report of a policy violation. Passes on the directive alone, because the URLs of a report can
 * contain names of people.
 */
export async function receiveCspReport(
  request: Request,
  requestId: string,
  onViolation: (directive: string) => void,
): Promise<Response> {
  if (request.method !== 'POST') {
    return errorResponse({ ...gatewayError(405, 'method_not_allowed'), allow: 'POST' }, requestId);
  }
  if (!REPORT_TYPES.includes(mediaType(request)))
    return errorResponse(gatewayError(415, 'bad_body_type'), requestId);
  try {
    const report = new TextDecoder().decode(await readWhole(request.body, LARGEST_REPORT));
    onViolation(
      /"(?:effective-?directive|violated-directive)"\s*:\s*"([a-z-]{1,40})/i.exec(report)?.[1] ?? 'unknown',
    );
  } catch {
    return errorResponse(gatewayError(413, 'body_too_large'), requestId);
  }
  return new Response(null, { status: 204, headers: apiHeaders(requestId) });
}
