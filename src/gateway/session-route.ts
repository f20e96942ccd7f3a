import type { ServerProfile } from '~/contract/profile/server-profile';
import { errorResponse, gatewayError } from '~/gateway/http/error-response';
import { oldNameOfEpoch } from '~/gateway/http/old-page';
import { apiHeaders } from '~/gateway/http/security-headers';

export const SESSION_PATH = '/auth/session';

export interface SessionFacts {
  /** The epoch of the state, in every Idempotency-Key that is accepted. */
  readonly epoch: string;
  /** The clock of the state, in ms: keys carry a time, and the page's own clock may be wrong. */
  readonly now: number;
  /** The build of the page that the gateway serves now. */
  readonly version: string;
  /** The facts that the gateway has learned about the API. */
  readonly server: ServerProfile;
}

/**
 * GET /auth/session: the facts that the page needs to work with this process. The authentication adds the signed-in
 * person.
 */
export function answerSession(request: Request, facts: SessionFacts, requestId: string): Response {
  if (request.method !== 'GET') {
    return errorResponse({ ...gatewayError(405, 'method_not_allowed'), allow: 'GET' }, requestId);
  }
  const body = { ...facts, ...oldNameOfEpoch(facts.epoch), person: null };
  return Response.json(body, { headers: apiHeaders(requestId) });
}
