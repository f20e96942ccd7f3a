import { gatewayError } from '~/gateway/http/error-response';
import { TokenRefusedError, type TokenEndpoint, type Tokens } from './token-endpoint';
import { noTokenError, type TokenSource } from './token-source';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A token is renewed in the last third of its life, at most a minute before its end. */
const RENEW_BEFORE = MINUTE;
/** After a refused password: more tries would keep the account locked. */
const PAUSE_AFTER_REFUSAL = { first: MINUTE, longest: 15 * MINUTE };
const PAUSE_AFTER_FAULT = { first: SECOND, longest: 30 * SECOND };
/** At most one renewal in this time, for an API that refuses even fresh tokens. */
const BELIEVE_API_AGAIN_AFTER = 30 * SECOND;

export type AccountEvent = 'token_by_password' | 'token_by_refresh' | 'account_refused' | 'token_unclear';

interface Parts {
  readonly endpoint: TokenEndpoint;
  readonly account: { readonly user: string; readonly password: string };
  /** `reason` says why a request for a token failed, without its secret. */
  readonly onEvent: (event: AccountEvent, reason?: string) => void;
  readonly now?: () => number;
}

export interface ServiceAccount extends TokenSource {
  /** Whether the last request for a token succeeded. After a failure it asks again once the pause is over. */
  readonly isReady: () => boolean;
}

/**
 * The tokens of the service account, in memory alone. Concurrent calls share one request for a token. A refused refresh
 * token leads to one password grant. A refused password leads to a growing pause, so that the account is never locked.
 */
export function createServiceAccount({ endpoint, account, onEvent, now = Date.now }: Parts): ServiceAccount {
  let held: (Tokens & { readonly since: number }) | null = null;
  let underWay: Promise<void> | null = null;
  let pause = { until: 0, length: 0 };
  let isGood = false;
  let doubtedAt = Number.NEGATIVE_INFINITY;

  const lifeLeft = (): number => (held ? held.expiresAt - now() : 0);
  const isPaused = (): boolean => now() < pause.until;

  function renew(): Promise<void> {
    underWay ??= askForTokens().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  async function askForTokens(): Promise<void> {
    try {
      const tokens = await nextTokens();
      held = { ...tokens, since: now() };
      pause = { until: 0, length: 0 };
      isGood = true;
    } catch (error) {
      isGood = false;
      const isRefused = error instanceof TokenRefusedError;
      const reason = error instanceof Error ? error.message : 'unknown';
      onEvent(isRefused ? 'account_refused' : 'token_unclear', reason);
      const { first, longest } = isRefused ? PAUSE_AFTER_REFUSAL : PAUSE_AFTER_FAULT;
      const length = Math.min(Math.max(first, pause.length * 2), longest);
      pause = { until: now() + length, length };
      // The provider may have used the refresh token; sent again, it would look stolen.
      if (held) held = { ...held, refreshToken: null };
    }
  }

  async function nextTokens(): Promise<Tokens> {
    if (held?.refreshToken) {
      try {
        const tokens = await endpoint.byRefresh(held.refreshToken);
        onEvent('token_by_refresh');
        return tokens;
      } catch (error) {
        if (!(error instanceof TokenRefusedError)) throw error;
        held = { ...held, refreshToken: null };
      }
    }
    const tokens = await endpoint.byPassword(account.user, account.password);
    onEvent('token_by_password');
    return tokens;
  }

  function isDue(): boolean {
    if (!held) return true;
    return lifeLeft() < Math.min(RENEW_BEFORE, (held.expiresAt - held.since) / 3);
  }

  return {
    async tokenFor(leastLife) {
      if (lifeLeft() <= leastLife) {
        if (!isPaused()) await renew();
      } else if (isDue() && !isPaused()) {
        void renew();
      }
      if (held && lifeLeft() > leastLife) return held.accessToken;
      const seconds = Math.max(1, Math.ceil((pause.until - now()) / SECOND));
      throw noTokenError({ ...gatewayError(503, 'no_token'), retryAfter: seconds });
    },
    refused(token) {
      if (held?.accessToken !== token) return true;
      if (now() - doubtedAt < BELIEVE_API_AGAIN_AFTER) return false;
      doubtedAt = now();
      held = { ...held, expiresAt: 0 };
      return true;
    },
    isReady() {
      if (!isGood && !isPaused()) void renew();
      return isGood;
    },
  };
}
