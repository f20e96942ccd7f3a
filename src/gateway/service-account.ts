import { refusedHere } from './refusal';
import { TokenRefusedError, type TokenEndpoint, type Tokens } from './token-endpoint';
import { noToken, type TokenSource } from './token-source';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A token is renewed in good time: in the last third of its life, at most a minute before its end. */
const RENEW_BEFORE = MINUTE;
/** After a refused password: an account that is locked stays so for minutes, and asking on would lock it again. */
const PAUSE_AFTER_REFUSAL = { first: MINUTE, longest: 15 * MINUTE };
const PAUSE_AFTER_FAULT = { first: SECOND, longest: 30 * SECOND };
/** An API that refuses even fresh tokens must not make us ask for one with every call. */
const BELIEVE_API_AGAIN_AFTER = 30 * SECOND;

export type AccountEvent = 'token_by_password' | 'token_by_refresh' | 'account_refused' | 'token_unclear';

interface Parts {
  readonly endpoint: TokenEndpoint;
  readonly account: { readonly user: string; readonly password: string };
  readonly onEvent: (event: AccountEvent) => void;
  readonly now?: () => number;
}

export interface ServiceAccount extends TokenSource {
  /** Whether the last token that was asked for came. After a failure it is asked for again, in the pauses' time. */
  readonly isReady: () => boolean;
}

/**
 * The service account's one pair of tokens, in memory alone. However many calls need a token, one request asks for it.
 * A refresh token that is refused (it rotates, and its reuse may end the session) leads to one password grant; a
 * refused password to a pause that grows, so that we never lock the account.
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
      onEvent(isRefused ? 'account_refused' : 'token_unclear');
      const { first, longest } = isRefused ? PAUSE_AFTER_REFUSAL : PAUSE_AFTER_FAULT;
      const length = Math.min(Math.max(first, pause.length * 2), longest);
      pause = { until: now() + length, length };
      // The refresh token may have been used up on the way: sent again, it would look stolen.
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
      throw noToken({ ...refusedHere(503, 'no_token'), retryAfter: seconds });
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
