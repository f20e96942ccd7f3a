import type { Audit } from './audit-log';
import { currentCaller } from './caller';
import { NotVouchedError, type OidcProviderClient } from './oidc-provider-client';
import { createRateLimit } from './rate-limit';
import { refusedHere } from './refusal';
import type { SessionSettings } from './sign-in-settings';
import type { SignInWay } from './sign-in-way';
import { beginSession } from './staff-session';

interface Parts {
  readonly provider: OidcProviderClient;
  readonly sessions: SessionSettings;
  /** Where the provider sends people who signed out there. */
  readonly signedOutPage: string;
  readonly audit: Audit;
  readonly now?: () => number;
}

/** Twenty at once and one each 45 seconds from one address: more is no person. */
const STARTS = { perSecond: 20 / 900, burst: 20 };

/** SIGN_IN=oidc: the company's provider vouches for the person; the gateway keeps none of its tokens but the one that ends the session there. */
export function createOidcSignIn({
  provider,
  sessions,
  signedOutPage,
  audit,
  now = Date.now,
}: Parts): SignInWay {
  const takeStart = createRateLimit(STARTS, now);
  return {
    kind: 'oidc',
    async start() {
      const seconds = takeStart(currentCaller()?.address ?? '');
      if (seconds > 0) {
        audit('sign-in-limited');
        return { kind: 'refused', refusal: { ...refusedHere(429, 'too_many'), retryAfter: seconds } };
      }
      try {
        return { kind: 'elsewhere', ...(await provider.begin()) };
      } catch {
        return { kind: 'refused', refusal: refusedHere(503, 'sign_in_unreachable') };
      }
    },
    async comeBack(address, memory) {
      try {
        const person = await provider.finish(address, memory);
        return beginSession({ ...person, tokens: null }, sessions, now());
      } catch (error) {
        const why = error instanceof NotVouchedError ? error.why : 'failed';
        audit('sign-in-refused', { why });
        return why;
      }
    },
    renew: async (session) => session,
    end: ({ idToken }) => provider.endAddress(idToken, signedOutPage).catch(() => null),
  };
}
