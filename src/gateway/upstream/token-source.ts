import { readWhole } from '~/gateway/http/read-whole';
import { gatewayError, type GatewayError } from '~/gateway/http/error-response';
import { NotSentError, type Upstream } from './upstream';

/** Gives the token of a call to the API. */
export interface TokenSource {
  /** A token with at least `leastLife` ms left; throws a NotSentError without one. */
  readonly tokenFor: (leastLife: number) => Promise<string>;
  /** Notes that the API refused a token; gives whether a new one can replace it. */
  readonly refused: (token: string) => boolean;
}

/** Longer than the limit of a write, so that no token expires during one. */
export const LIFE_FOR_A_WRITE = 45_000;
const LIFE_FOR_A_READ = 2_000;
/** The body is ignored; reading it frees the connection. */
const LARGEST_REFUSAL = 1024 * 1024;

/** The API with our token on every call. A read whose token the API refuses is sent once more; a write never. */
export function withTokens(upstream: Upstream, tokens: TokenSource): Upstream {
  const send: (request: Request, token: string) => ReturnType<Upstream> = (request, token) => {
    request.headers.set('Authorization', `Bearer ${token}`);
    return upstream(request);
  };
  return async (request) => {
    const isRead = request.method === 'GET';
    const life = isRead ? LIFE_FOR_A_READ : LIFE_FOR_A_WRITE;
    const token = await tokens.tokenFor(life);
    const answer = await send(request, token);
    if (answer.status !== 401 || !tokens.refused(token) || !isRead) return answer;
    await readWhole(answer.body, LARGEST_REFUSAL);
    return send(request, await tokens.tokenFor(life));
  };
}

/** The error of a call without a token: nothing was sent. `refusal` goes to the browser. */
export function noTokenError(refusal: GatewayError = gatewayError(503, 'no_token')): NotSentError {
  return new NotSentError('no token', refusal);
}
