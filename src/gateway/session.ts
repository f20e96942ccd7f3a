import { refusalResponse, refusedHere } from './refusal';
import { apiHeaders } from './security-headers';

export const SESSION_PATH = '/auth/session';

export interface SessionFacts {
  /** The name of this process, in every attempt id that it takes. */
  readonly bootId: string;
  /** Its clock, in milliseconds: attempt ids carry a time, and the page's own clock may be wrong. */
  readonly now: number;
}

/** GET /auth/session: what the page has to know to work with this process; who is signed in is added in front of it. */
export function answerSession(request: Request, facts: SessionFacts, requestId: string): Response {
  if (request.method !== 'GET') {
    return refusalResponse({ ...refusedHere(405, 'method_not_allowed'), allow: 'GET' }, requestId);
  }
  return Response.json({ ...facts, person: null }, { headers: apiHeaders(requestId) });
}
