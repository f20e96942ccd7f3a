import { mediaType } from './media-type';
import { readWhole } from './read-whole';
import { refusalResponse, refusedHere } from './refusal';
import { apiHeaders } from './security-headers';

const REPORT_TYPES = ['application/csp-report', 'application/reports+json'];
const LARGEST_REPORT = 16 * 1024;

/**
 * Takes a browser's report of something that the document's policy stopped. Says nothing back, and gives the directive
 * alone: the addresses in a report may hold names of people.
 */
export async function receiveCspReport(
  request: Request,
  requestId: string,
  onViolation: (directive: string) => void,
): Promise<Response> {
  if (request.method !== 'POST') {
    return refusalResponse({ ...refusedHere(405, 'method_not_allowed'), allow: 'POST' }, requestId);
  }
  if (!REPORT_TYPES.includes(mediaType(request)))
    return refusalResponse(refusedHere(415, 'bad_body_type'), requestId);
  try {
    const report = new TextDecoder().decode(await readWhole(request.body, LARGEST_REPORT));
    onViolation(
      /"(?:effective-?directive|violated-directive)"\s*:\s*"([a-z-]{1,40})/i.exec(report)?.[1] ?? 'unknown',
    );
  } catch {
    return refusalResponse(refusedHere(413, 'body_too_large'), requestId);
  }
  return new Response(null, { status: 204, headers: apiHeaders(requestId) });
}
