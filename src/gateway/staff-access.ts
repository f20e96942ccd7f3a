import { createAccountSignIn } from '~/gateway/sign-in/account-sign-in';
import { createAuthRoutes } from '~/gateway/sign-in/auth-routes';
import type { Audit } from '~/gateway/session/audit-log';
import type { StaffAccess } from './authentication';
import { createOidcProviderClient } from '~/gateway/sign-in/oidc-provider-client';
import { createOidcSignIn } from '~/gateway/sign-in/oidc-sign-in';
import { createRoundTrips } from '~/gateway/sign-in/round-trips';
import type { OrderApi } from '~/gateway/settings/order-api-settings';
import { createEncryption } from '~/gateway/session/encrypted-value';
import { createKeyedHash } from '~/gateway/session/keyed-hash';
import { createSignInAttempts } from '~/gateway/sign-in/sign-in-attempts';
import type { SignIn } from '~/gateway/settings/sign-in-settings';
import type { SignInMethod } from '~/gateway/sign-in/sign-in-method';
import { createStaffSessions } from '~/gateway/session/staff-sessions';
import type { StateStore } from '~/gateway/state/state-store';
import { createTokenEndpoint } from '~/gateway/upstream/token-endpoint';

interface Parts {
  readonly publicOrigin: string | null;
  readonly orderApi: OrderApi;
  readonly audit: Audit;
  readonly state: StateStore;
  readonly now?: () => number;
}

/** The provider redirects here after a sign-in, and here after a sign-out; it must know both URLs. */
const CALLBACK = '/auth/callback';
const SIGNED_OUT_PAGE = '/sign-in?out=yes';

/** Composes the sign-in of staff from the settings; null with SIGN_IN=none. */
export function createStaffAccess(signIn: SignIn, parts: Parts): StaffAccess | null {
  if (signIn.kind === 'none') return null;
  const { audit, state, now = Date.now } = parts;
  const { sessions: settings } = signIn;
  const method = createSignInMethod(signIn, parts);
  // A wrong provider shows at the start, not at the first sign-in.
  method.isReady();
  return {
    kind: method.kind,
    settings,
    isReady: method.isReady,
    authRoutes: createAuthRoutes({
      method,
      settings,
      sessions: createStaffSessions(settings, state, now),
      roundTrips: createRoundTrips(state, createKeyedHash(settings.encryptionKey)),
      encryption: createEncryption('round trip', settings.key, settings.previousKey),
      audit,
      now,
    }),
  };
}

function createSignInMethod(
  signIn: Exclude<SignIn, { kind: 'none' }>,
  { publicOrigin, orderApi, audit, state, now = Date.now }: Parts,
): SignInMethod {
  const { sessions } = signIn;
  if (signIn.kind === 'oidc') {
    return createOidcSignIn({
      provider: createOidcProviderClient(signIn.oidc, {
        callback: `${publicOrigin}${CALLBACK}`,
        onProblem: (problem) => void audit('provider', { ...problem }),
        now,
      }),
      sessions,
      signedOutPage: `${publicOrigin}${SIGNED_OUT_PAGE}`,
      audit,
      now,
    });
  }
  if (orderApi.kind === 'sandbox' || !orderApi.tokens)
    throw new Error('SIGN_IN=account has no token endpoint');
  return createAccountSignIn({
    endpoint: createTokenEndpoint(orderApi.tokens, { now }),
    sessions,
    attempts: createSignInAttempts({ state, hash: createKeyedHash(sessions.encryptionKey) }),
    state,
    encryption: createEncryption('renewal', sessions.key, sessions.previousKey),
    audit,
    now,
  });
}
