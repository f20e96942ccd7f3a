import { gatewayError } from '~/gateway/http/error-response';
import type { Audit } from '~/gateway/session/audit-log';
import { beginSession } from '~/gateway/session/staff-session';
import type { SessionSettings } from '~/gateway/settings/sign-in-settings';
import { NotAdmittedError, type OidcProviderClient } from './oidc-provider-client';
import type { SignInMethod } from './sign-in-method';

interface Parts {
  readonly provider: OidcProviderClient;
  readonly sessions: SessionSettings;
  /** The provider redirects here after a sign-out. */
  readonly signedOutPage: string;
  readonly audit: Audit;
  readonly now?: () => number;
}

/** SIGN_IN=oidc: the company's provider identifies the person. Of its tokens the session keeps the ID token alone. */
export function createOidcSignIn({
  provider,
  sessions,
  signedOutPage,
  audit,
  now = Date.now,
}: Parts): SignInMethod {
  return {
    kind: 'oidc',
    async start(_, options) {
      try {
        return { kind: 'redirect', ...(await provider.begin(options)) };
      } catch {
        return { kind: 'refused', error: gatewayError(503, 'sign_in_unreachable') };
      }
    },
    async complete(url, roundTrip) {
      try {
        const person = await provider.finish(url, roundTrip);
        return beginSession({ ...person, tokens: null }, sessions, now());
      } catch (error) {
        const { failure, why } =
          error instanceof NotAdmittedError ? error : { failure: 'failed' as const, why: 'failed' };
        void audit('sign-in-refused', { why });
        return failure;
      }
    },
    renew: async (session) => session,
    end: () => undefined,
    signOutUrl: (idToken) => provider.signOutUrl(idToken, signedOutPage).catch(() => null),
    isReady: provider.isReady,
  };
}
