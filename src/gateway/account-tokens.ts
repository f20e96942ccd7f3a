import { currentCaller } from './caller';
import { refusedHere } from './refusal';
import type { TokenEndpoint, Tokens } from './token-endpoint';
import { noToken, type TokenSource } from './token-source';

const REMEMBERED = 60_000;
const MOST = 1000;

/** The tokens of whoever is asking, from the cookie. The page renews them: an answer of the API sets no cookie. */
export function createCallersTokens(now: () => number = Date.now): TokenSource {
  const refused = new Set<string>();
  return {
    tokenFor: async (leastLife) => {
      const tokens = currentCaller()?.session?.tokens;
      if (tokens && tokens.expiresAt - now() > leastLife && !refused.has(tokens.accessToken)) {
        return tokens.accessToken;
      }
      throw noToken(refusedHere(401, 'token_stale'));
    },
    refused(token) {
      if (refused.size >= MOST) refused.clear();
      refused.add(token);
      return true;
    },
  };
}

/**
 * Renews tokens: requests with one refresh token become one, and its answer is repeated for a minute, for the cookie
 * that it led to may not have arrived. Throws what the token address throws.
 */
export function createTokenRenewal(
  endpoint: TokenEndpoint,
  now: () => number = Date.now,
): (refreshToken: string) => Promise<Tokens> {
  const renewals = new Map<string, { readonly at: number; readonly tokens: Promise<Tokens> }>();
  return (refreshToken) => {
    for (const [token, { at }] of renewals) if (at <= now() - REMEMBERED) renewals.delete(token);
    const known = renewals.get(refreshToken);
    if (known) return known.tokens;
    const tokens = endpoint.byRefresh(refreshToken);
    renewals.set(refreshToken, { at: now(), tokens });
    tokens.catch(() => renewals.delete(refreshToken));
    return tokens;
  };
}
