import type { Audit } from '~/gateway/session/audit-log';
import { createTokenRenewal, TooManyRenewalsError } from '~/gateway/session/account-tokens';
import type { Encryption } from '~/gateway/session/encrypted-value';
import { requestContext } from '~/gateway/session/request-context';
import { gatewayError } from '~/gateway/http/error-response';
import type { SignInAttempts } from './sign-in-attempts';
import type { SessionSettings } from '~/gateway/settings/sign-in-settings';
import { StateUnavailableError, type StateStore } from '~/gateway/state/state-store';
import type { SignInStep, SignInMethod } from './sign-in-method';
import { beginSession } from '~/gateway/session/staff-session';
import { TokenRefusedError, type TokenEndpoint, type Tokens } from '~/gateway/upstream/token-endpoint';

interface Parts {
  readonly endpoint: TokenEndpoint;
  readonly sessions: SessionSettings;
  readonly attempts: SignInAttempts;
  readonly state: StateStore;
  /** Encrypts renewed tokens in the store. */
  readonly encryption: Encryption;
  readonly audit: Audit;
  readonly now?: () => number;
}

const LONGEST = 200;
/** In ms, while the token endpoint fails. */
const CHECK_AGAIN_AFTER = 5_000;

/** SIGN_IN=account: the person types the provider's account, and the tokens stay encrypted in the cookie. */
export function createAccountSignIn(parts: Parts): SignInMethod {
  const { endpoint, sessions, attempts, audit, now = Date.now } = parts;
  const renewTokens = createTokenRenewal(parts);
  let isGood = false;
  let checkAt = Number.NEGATIVE_INFINITY;

  /** The failure of the token endpoint for the operator. */
  function report(error: unknown): void {
    void audit('provider', { step: 'token', reason: error instanceof Error ? error.message : 'unknown' });
  }

  /** The password stands in this one variable and goes nowhere else. */
  async function tokensFor(user: string, password: string): Promise<Tokens | 'refused' | 'unclear'> {
    try {
      return await endpoint.byPassword(user, password);
    } catch (error) {
      if (error instanceof TokenRefusedError) return 'refused';
      report(error);
      return 'unclear';
    }
  }

  async function check(): Promise<void> {
    try {
      await endpoint.check();
      isGood = true;
    } catch (error) {
      report(error);
    }
  }

  async function start({ user, password }: Readonly<Record<string, unknown>>): Promise<SignInStep> {
    if (!isTyped(user) || !isTyped(password)) return refuse(400, 'bad_body');
    const address = requestContext()?.address ?? '';
    const tried = await attempts.attempt(
      user,
      address,
      () => tokensFor(user, password),
      (answer) => answer === 'refused',
    );
    if ('tooMany' in tried) {
      void audit('sign-in-limited');
      return { kind: 'refused', error: { ...gatewayError(429, 'too_many'), retryAfter: tried.tooMany } };
    }
    const { answer } = tried;
    if (answer === 'refused') {
      void audit('sign-in-refused');
      return refuse(401, 'sign_in_refused');
    }
    if (answer === 'unclear') return refuse(503, 'sign_in_unreachable');
    const name = user.trim().normalize();
    const person = { subject: `account|${name.toLowerCase()}`, name, tokens: answer, idToken: null };
    return { kind: 'signed-in', session: beginSession(person, sessions, now()) };
  }

  return {
    kind: 'account',
    start,
    complete: async () => 'failed',
    async renew(session) {
      const refreshToken = session.tokens?.refreshToken;
      if (!refreshToken) return session;
      try {
        return { ...session, tokens: await renewTokens(session, refreshToken) };
      } catch (error) {
        if (error instanceof StateUnavailableError) throw error;
        if (error instanceof TokenRefusedError) return gatewayError(401, 'signed_out');
        if (error instanceof TooManyRenewalsError)
          return { ...gatewayError(429, 'too_many'), retryAfter: error.seconds };
        report(error);
        return gatewayError(503, 'sign_in_unreachable');
      }
    },
    end({ tokens }) {
      if (tokens?.refreshToken) void endpoint.end(tokens.refreshToken).catch(report);
    },
    signOutUrl: async () => null,
    isReady() {
      if (!isGood && now() >= checkAt) {
        checkAt = now() + CHECK_AGAIN_AFTER;
        void check();
      }
      return isGood;
    },
  };
}

function isTyped(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST;
}

function refuse(...reason: Parameters<typeof gatewayError>): SignInStep {
  return { kind: 'refused', error: gatewayError(...reason) };
}
