import { readWhole } from './read-whole';
import { refusedHere, type Refusal } from './refusal';
import { NotSentError, type Upstream } from './upstream';

/** Where the token of a call to the API comes from. */
export interface TokenSource {
  /** A token that lives at least so long; throws a NotSentError when there is none. */
  readonly tokenFor: (leastLife: number) => Promise<string>;
  /** Told that the API refused a token; gives whether another one may be had. */
  readonly refused: (token: string) => boolean;
}

/** Longer than a write may take, so that no write meets the end of its token on the way. */
export const LIFE_FOR_A_WRITE = 45_000;
const LIFE_FOR_A_READ = 2_000;
/** Its words are not looked at; to read them leaves the connection free. */
const LARGEST_REFUSAL = 1024 * 1024;

/** The API with our token on every call. A read that meets a token which the API no longer takes is asked once more; a write never. */
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

/** No token, so nothing was sent; `refusal` is what the browser is told. */
export function noToken(refusal: Refusal = refusedHere(503, 'no_token')): NotSentError {
  return new NotSentError('no token', refusal);
}
