import { createAccountSignIn } from './account-sign-in';
import { createAuthCalls, CALLBACK } from './auth-calls';
import type { Audit } from './audit-log';
import type { Access } from './guarded-calls';
import { createOidcProviderClient } from './oidc-provider-client';
import { createOidcSignIn } from './oidc-sign-in';
import type { OrderApi } from './order-api-settings';
import { createSeal } from './sealed-text';
import { createSignInAttempts } from './sign-in-attempts';
import type { SignIn } from './sign-in-settings';
import type { SignInWay } from './sign-in-way';
import { createStaffSessions } from './staff-sessions';
import { createTokenEndpoint } from './token-endpoint';

interface Parts {
  readonly publicOrigin: string | null;
  readonly orderApi: OrderApi;
  readonly audit: Audit;
  readonly now?: () => number;
}

/** Where the provider sends people back who signed out there; it must know the address. */
const SIGNED_OUT_PAGE = '/sign-in?out=yes';

/** What the settings say about signing in, put together; null where nobody signs in. */
export function createAccess(signIn: SignIn, parts: Parts): Access | null {
  if (signIn.kind === 'none') return null;
  const { audit, now = Date.now } = parts;
  const { sessions: settings } = signIn;
  const sessions = createStaffSessions(settings, now);
  const seal = createSeal('round trip', settings.key, settings.previousKey);
  const way = createWay(signIn, parts);
  return {
    kind: way.kind,
    sessions,
    settings,
    authCalls: createAuthCalls({ way, settings, sessions, seal, audit, now }),
  };
}

function createWay(
  signIn: Exclude<SignIn, { kind: 'none' }>,
  { publicOrigin, orderApi, audit, now = Date.now }: Parts,
): SignInWay {
  const { sessions } = signIn;
  if (signIn.kind === 'oidc') {
    return createOidcSignIn({
      provider: createOidcProviderClient(signIn.oidc, `${publicOrigin}${CALLBACK}`),
      sessions,
      signedOutPage: `${publicOrigin}${SIGNED_OUT_PAGE}`,
      audit,
      now,
    });
  }
  if (orderApi.kind === 'sandbox' || !orderApi.tokens)
    throw new Error('SIGN_IN=account has no token address');
  return createAccountSignIn({
    endpoint: createTokenEndpoint(orderApi.tokens, { now }),
    sessions,
    attempts: createSignInAttempts(),
    audit,
    now,
  });
}
