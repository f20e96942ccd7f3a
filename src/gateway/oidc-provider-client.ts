import * as oidc from 'openid-client';
import { isWireObject } from '~/contract/scalars';
import type { OidcSettings } from './sign-in-settings';

/** Whom the company's provider vouches for. */
interface VouchedPerson {
  readonly subject: string;
  readonly name: string;
  readonly idToken: string | null;
}

/** Why nobody comes in: not on the list, or no sign-in that holds. */
export class NotVouchedError extends Error {
  override name = 'NotVouchedError';
  readonly why: 'not_allowed' | 'failed';

  constructor(why: 'not_allowed' | 'failed') {
    super(why);
    this.why = why;
  }
}

export interface OidcProviderClient {
  /** Where the person goes to sign in, and what must be remembered until the way back. */
  readonly begin: () => Promise<{ readonly location: string; readonly memory: unknown }>;
  /** Who came back with this address; throws a NotVouchedError. */
  readonly finish: (address: URL, memory: unknown) => Promise<VouchedPerson>;
  /** Where a person goes to sign out there as well; null where the provider has no such address. */
  readonly endAddress: (idToken: string | null, back: string) => Promise<string | null>;
}

const ANSWER_WITHIN_SECONDS = 10;

/** The company's OpenID Connect provider: authorization code with PKCE, state and nonce. Its own description is read when first needed. */
export function createOidcProviderClient(settings: OidcSettings, callback: string): OidcProviderClient {
  let known: Promise<oidc.Configuration> | null = null;
  function configuration(): Promise<oidc.Configuration> {
    known ??= discover(settings).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  }

  return {
    async begin() {
      const config = await configuration();
      const memory = {
        verifier: oidc.randomPKCECodeVerifier(),
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
      };
      const location = oidc.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: settings.scopes,
        code_challenge: await oidc.calculatePKCECodeChallenge(memory.verifier),
        code_challenge_method: 'S256',
        state: memory.state,
        nonce: memory.nonce,
      });
      return { location: location.href, memory };
    },

    async finish(address, memory) {
      try {
        const config = await configuration();
        const { verifier, state, nonce } = isWireObject(memory) ? memory : {};
        if (typeof verifier !== 'string' || typeof state !== 'string' || typeof nonce !== 'string') {
          throw new NotVouchedError('failed');
        }
        const tokens = await oidc.authorizationCodeGrant(config, address, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const told = tokens.claims();
        if (!told) throw new NotVouchedError('failed');
        const claims = await withUserInfo(config, tokens.access_token, told, settings);
        if (!isAllowed(claims, settings.allow)) throw new NotVouchedError('not_allowed');
        return {
          subject: `${told.iss}|${told.sub}`,
          name: nameIn(claims) ?? told.sub,
          idToken: tokens.id_token ?? null,
        };
      } catch (error) {
        throw error instanceof NotVouchedError ? error : new NotVouchedError('failed');
      }
    },

    async endAddress(idToken, back) {
      const config = await configuration();
      if (!config.serverMetadata().end_session_endpoint) return null;
      return oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: back,
        ...(idToken === null ? {} : { id_token_hint: idToken }),
      }).href;
    },
  };
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const isPlain = issuer.startsWith('http:');
  return oidc.discovery(
    new URL(issuer),
    clientId,
    undefined,
    clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret),
    {
      timeout: ANSWER_WITHIN_SECONDS,
      // The settings let a plain address pass on this very machine only.
      ...(isPlain ? { execute: [oidc.allowInsecureRequests] } : {}),
    },
  );
}

type Claims = Readonly<Record<string, unknown>>;

/** Some providers put nothing but the subject into the token and tell the rest when asked. */
async function withUserInfo(
  config: oidc.Configuration,
  accessToken: string,
  told: Claims & { readonly sub: string },
  { allow }: OidcSettings,
): Promise<Claims> {
  const isEnough = nameIn(told) !== null && (allow === null || allow.claim in told);
  if (isEnough || !config.serverMetadata().userinfo_endpoint) return told;
  return { ...(await oidc.fetchUserInfo(config, accessToken, told.sub)), ...told };
}

/** Whether a claim, be it one text or a list, has one of the allowed values. An address that was not verified proves nothing. */
export function isAllowed(claims: Claims, allow: OidcSettings['allow']): boolean {
  if (allow === null) return true;
  if (allow.claim === 'email' && claims['email_verified'] === false) return false;
  const value = claims[allow.claim];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.some((each) => typeof each === 'string' && allow.values.includes(each));
}

function nameIn(claims: Claims): string | null {
  const name = claims['name'] ?? claims['preferred_username'] ?? claims['email'];
  return typeof name === 'string' && name !== '' ? name.slice(0, 200) : null;
}
