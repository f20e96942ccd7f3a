import type { Audit } from './audit-log';
import { createTokenRenewal } from './account-tokens';
import { currentCaller } from './caller';
import { refusedHere } from './refusal';
import type { SignInAttempts } from './sign-in-attempts';
import type { SessionSettings } from './sign-in-settings';
import type { SignInStep, SignInWay } from './sign-in-way';
import { beginSession } from './staff-session';
import { TokenRefusedError, type TokenEndpoint, type Tokens } from './token-endpoint';

interface Parts {
  readonly endpoint: TokenEndpoint;
  readonly sessions: SessionSettings;
  readonly attempts: SignInAttempts;
  readonly audit: Audit;
  readonly now?: () => number;
}

const LONGEST = 200;

/** SIGN_IN=account: the person types the provider's account, and the tokens stay sealed in the cookie. */
export function createAccountSignIn({
  endpoint,
  sessions,
  attempts,
  audit,
  now = Date.now,
}: Parts): SignInWay {
  const renewTokens = createTokenRenewal(endpoint, now);

  /** The password stands in this one variable and goes nowhere else. */
  async function tokensFor(user: string, password: string): Promise<Tokens | 'refused' | 'unclear'> {
    try {
      return await endpoint.byPassword(user, password);
    } catch (error) {
      return error instanceof TokenRefusedError ? 'refused' : 'unclear';
    }
  }

  async function start({ user, password }: Readonly<Record<string, unknown>>): Promise<SignInStep> {
    if (!isTyped(user) || !isTyped(password)) return refuse(400, 'bad_body');
    const address = currentCaller()?.address ?? '';
    const tried = await attempts.attempt(
      user,
      address,
      () => tokensFor(user, password),
      (answer) => answer === 'refused',
    );
    if ('tooMany' in tried) {
      audit('sign-in-limited');
      return { kind: 'refused', refusal: { ...refusedHere(429, 'too_many'), retryAfter: tried.tooMany } };
    }
    const { answer } = tried;
    if (answer === 'refused') {
      audit('sign-in-refused');
      return refuse(401, 'sign_in_refused');
    }
    if (answer === 'unclear') return refuse(503, 'sign_in_unreachable');
    const name = user.trim();
    const person = { subject: `account|${name.toLowerCase()}`, name, tokens: answer, idToken: null };
    return { kind: 'signed-in', session: beginSession(person, sessions, now()) };
  }

  return {
    kind: 'account',
    start,
    comeBack: async () => 'failed',
    async renew(session) {
      const refreshToken = session.tokens?.refreshToken;
      if (!refreshToken) return session;
      try {
        return { ...session, tokens: await renewTokens(refreshToken) };
      } catch (error) {
        return error instanceof TokenRefusedError
          ? refusedHere(401, 'signed_out')
          : refusedHere(503, 'sign_in_unreachable');
      }
    },
    async end({ tokens }) {
      // In the background: whoever signs out is out here, whatever the provider does.
      if (tokens?.refreshToken) void endpoint.end(tokens.refreshToken).catch(() => undefined);
      return null;
    },
  };
}

function isTyped(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST;
}

function refuse(...reason: Parameters<typeof refusedHere>): SignInStep {
  return { kind: 'refused', refusal: refusedHere(...reason) };
}
