import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { gatewayError } from '~/gateway/http/error-response';
import type { StateStore } from '~/gateway/state/state-store';
import { TokenUnclearError, type TokenEndpoint, type Tokens } from '~/gateway/upstream/token-endpoint';
import { noTokenError, type TokenSource } from '~/gateway/upstream/token-source';
import type { Encryption } from './encrypted-value';
import { requestContext } from './request-context';
import { readTokens, type StaffSession } from './staff-session';

const REMEMBERED_MS = 60_000;
const MOST_REFUSED = 1000;

/** Reads tokens from the session of the request. The page renews them, for an answer of the API sets no cookie. */
export function createSessionTokens(now: () => number = Date.now): TokenSource {
  const refused = new Set<string>();
  return {
    tokenFor: async (leastLife) => {
      const tokens = requestContext()?.session?.tokens;
      if (tokens && tokens.expiresAt - now() > leastLife && !refused.has(tokens.accessToken)) {
        return tokens.accessToken;
      }
      throw noTokenError(gatewayError(401, 'token_stale'));
    },
    refused(token) {
      if (refused.size >= MOST_REFUSED) refused.clear();
      refused.add(token);
      return true;
    },
  };
}

/** Thrown when a session renews its tokens too often; `seconds` until the next renewal. */
export class TooManyRenewalsError extends Error {
  override name = 'TooManyRenewalsError';
  readonly seconds: number;

  constructor(seconds: number) {
    super('too many renewals');
    this.seconds = seconds;
  }
}

interface RenewalParts {
  readonly endpoint: TokenEndpoint;
  readonly state: StateStore;
  readonly encryption: Encryption;
}

const PENDING = '';
const MOST_PER_SESSION = 30;
/** The token endpoint answers within 10 s. */
const POLLS = { everyMs: 200, most: 60 };

/**
 * Renews the tokens of a session. Concurrent requests with one refresh token become one, on all instances. Its answer
 * is repeated for a minute, because the cookie of the first answer may be lost. Throws a TooManyRenewalsError, a
 * StateUnavailableError, and the errors of the token endpoint.
 */
export function createTokenRenewal({ endpoint, state, encryption }: RenewalParts) {
  const inFlight = new Map<string, Promise<Tokens>>();

  async function renew(key: string, refreshToken: string, sessionId: string): Promise<Tokens> {
    const claim = await state.claim(key, PENDING, {
      ttlMs: REMEMBERED_MS,
      quota: { name: `renewals:${sessionId}`, most: MOST_PER_SESSION },
    });
    if (claim.kind === 'over_quota') throw new TooManyRenewalsError(Math.ceil(claim.leftMs / 1000));
    if (claim.kind === 'taken') return resultOf(key);
    try {
      const tokens = await endpoint.byRefresh(refreshToken);
      await state.replace(key, PENDING, await encryption.encrypt(tokens), REMEMBERED_MS);
      return tokens;
    } catch (error) {
      await state.remove(key, PENDING);
      throw error;
    }
  }

  /** The tokens of a renewal that another request or instance has begun. */
  async function resultOf(key: string): Promise<Tokens> {
    for (let polls = 0; polls < POLLS.most; polls += 1) {
      const entry = await state.get(key);
      if (!entry) break;
      const tokens = entry.value === PENDING ? null : readTokens(await encryption.decrypt(entry.value));
      if (tokens) return tokens;
      await sleep(POLLS.everyMs);
    }
    throw new TokenUnclearError('another renewal failed');
  }

  return ({ id }: StaffSession, refreshToken: string): Promise<Tokens> => {
    const key = `renewal:${createHash('sha256').update(refreshToken).digest('base64url')}`;
    const known = inFlight.get(key);
    if (known) return known;
    const renewal = renew(key, refreshToken, id).finally(() => inFlight.delete(key));
    inFlight.set(key, renewal);
    return renewal;
  };
}
