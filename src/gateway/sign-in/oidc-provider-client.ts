import * as oidc from 'openid-client';
import { isWireObject } from '~/contract/scalars';
import type { OidcSettings } from '~/gateway/settings/sign-in-settings';
import { isUnreachable, providerProblem, type ProviderProblem } from './provider-problem';
import type { RoundTrip, SignInFailure, SignInOptions } from './sign-in-method';

/** A person that the provider identified. */
interface ProviderPerson {
  readonly subject: string;
  readonly name: string;
  readonly idToken: string | null;
}

/** The person is not admitted; `why` is for the audit. */
export class NotAdmittedError extends Error {
  override name = 'NotAdmittedError';
  readonly failure: SignInFailure;
  readonly why: string;

  constructor(failure: SignInFailure, why: string = failure) {
    super(why);
    this.failure = failure;
    this.why = why;
  }
}

export interface OidcProviderClient {
  /** The URL of the provider's sign-in and its round trip. Throws when the provider cannot be reached. */
  readonly begin: (
    options: SignInOptions,
  ) => Promise<{ readonly location: string; readonly roundTrip: RoundTrip }>;
  /** The person of a callback; throws a NotAdmittedError. */
  readonly finish: (url: URL, roundTrip: unknown) => Promise<ProviderPerson>;
  /** The URL of the provider's sign-out; null without one. */
  readonly signOutUrl: (idToken: string | null, back: string) => Promise<string | null>;
  /** Whether discovery succeeded; tries it again after a failure. */
  readonly isReady: () => boolean;
}

interface Parts {
  readonly callback: string;
  readonly onProblem: (problem: ProviderProblem) => void;
  readonly now?: () => number;
}

const NEEDED_ENDPOINTS = ['authorization_endpoint', 'token_endpoint'] as const;
const ANSWER_WITHIN_SECONDS = 10;
/** Every sign-in and every readiness check would ask a provider that is away. */
const RETRY_AFTER = 5_000;

/** The company's OpenID Connect provider: authorization code with PKCE, state and nonce. */
export function createOidcProviderClient(
  settings: OidcSettings,
  { callback, onProblem, now = Date.now }: Parts,
): OidcProviderClient {
  let known: Promise<oidc.Configuration> | null = null;
  let isGood = false;
  let retryAt = Number.NEGATIVE_INFINITY;

  /** One discovery for all; throws a NotAdmittedError while it fails. */
  function configuration(): Promise<oidc.Configuration> {
    if (!known && now() < retryAt) return Promise.reject(new NotAdmittedError('unreachable'));
    known ??= discover(settings).then(
      (config) => {
        isGood = true;
        return config;
      },
      (error: unknown) => {
        known = null;
        retryAt = now() + RETRY_AFTER;
        onProblem(discoveryProblem(error, settings));
        throw new NotAdmittedError('unreachable');
      },
    );
    return known;
  }

  /** Runs one call to the provider; its failure is one problem for the operator. */
  async function call<T>(step: ProviderProblem['step'], work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      onProblem(providerProblem(step, error));
      throw new NotAdmittedError(isUnreachable(error) ? 'unreachable' : 'failed');
    }
  }

  return {
    async begin({ forceLogin, mark }) {
      const config = await configuration();
      const roundTrip = {
        verifier: oidc.randomPKCECodeVerifier(),
        state: `${oidc.randomState()}${mark ? `.${mark}` : ''}`,
        nonce: oidc.randomNonce(),
      };
      const location = oidc.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: settings.scopes,
        code_challenge: await oidc.calculatePKCECodeChallenge(roundTrip.verifier),
        code_challenge_method: 'S256',
        state: roundTrip.state,
        nonce: roundTrip.nonce,
        ...(forceLogin ? { prompt: 'login' } : {}),
      });
      return { location: location.href, roundTrip };
    },

    async finish(url, roundTrip) {
      const config = await configuration();
      const { verifier, state, nonce } = isWireObject(roundTrip) ? roundTrip : {};
      if (typeof verifier !== 'string' || typeof state !== 'string' || typeof nonce !== 'string') {
        throw new NotAdmittedError('failed');
      }
      const tokens = await call(url.searchParams.has('error') ? 'callback' : 'token', () =>
        oidc.authorizationCodeGrant(config, url, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        }),
      );
      const idTokenClaims = tokens.claims();
      if (!idTokenClaims) throw new NotAdmittedError('failed');
      const claims =
        hasEnough(idTokenClaims, settings.allow) || !config.serverMetadata().userinfo_endpoint
          ? idTokenClaims
          : {
              ...(await call('userinfo', () =>
                oidc.fetchUserInfo(config, tokens.access_token, idTokenClaims.sub),
              )),
              ...idTokenClaims,
            };
      const refusal = refusalOf(claims, settings.allow);
      if (refusal) throw refusal;
      return {
        subject: `${idTokenClaims.iss}|${idTokenClaims.sub}`,
        name: nameIn(claims) ?? idTokenClaims.sub,
        idToken: tokens.id_token ?? null,
      };
    },

    async signOutUrl(idToken, back) {
      const config = await configuration();
      if (!config.serverMetadata().end_session_endpoint) return null;
      return oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: back,
        ...(idToken === null ? {} : { id_token_hint: idToken }),
      }).href;
    },

    isReady() {
      if (!isGood) void configuration().catch(() => undefined);
      return isGood;
    },
  };
}

/** Throws when the provider's document lacks an endpoint that every sign-in needs. */
async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const isPlain = issuer.startsWith('http:');
  const config = await oidc.discovery(
    new URL(issuer),
    clientId,
    undefined,
    clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret),
    {
      timeout: ANSWER_WITHIN_SECONDS,
      // The settings allow a plain URL on this machine only.
      ...(isPlain ? { execute: [oidc.allowInsecureRequests] } : {}),
    },
  );
  const known = config.serverMetadata();
  const missing = NEEDED_ENDPOINTS.find((endpoint) => !known[endpoint]);
  if (missing) throw Object.assign(new Error('an endpoint is missing'), { code: `no_${missing}` });
  return config;
}

/** A wrong issuer is a wrong setting: the operator gets both values. */
function discoveryProblem(error: unknown, { issuer }: OidcSettings): ProviderProblem {
  const problem = providerProblem('discovery', error);
  return problem.found === undefined ? problem : { ...problem, reason: 'issuer_differs', expected: issuer };
}

type Claims = Readonly<Record<string, unknown>>;

/** A claim of these counts only with one of its own proofs. Entra ID proves the domain of an e-mail address (`xms_edov`). */
const PROOFS: Readonly<Record<string, readonly string[]>> = {
  email: ['email_verified', 'xms_edov'],
  phone_number: ['phone_number_verified'],
};

/** Whether the ID token names the person and the claim; some providers give these in the user info alone. */
function hasEnough(claims: Claims, allow: OidcSettings['allow']): boolean {
  if (nameIn(claims) === null) return false;
  if (allow === null) return true;
  const proofs = PROOFS[allow.claim];
  return allow.claim in claims && (proofs === undefined || proofs.some((proof) => proof in claims));
}

/** Null when a claim, a text or a list, has an allowed value; else why not. */
export function refusalOf(claims: Claims, allow: OidcSettings['allow']): NotAdmittedError | null {
  if (allow === null) return null;
  const value = claims[allow.claim] ?? [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (values.length === 0 && isOmitted(claims, allow.claim)) return new NotAdmittedError('groups_omitted');
  const isListed = values.some((each) => typeof each === 'string' && allow.values.includes(each));
  if (!isListed) return new NotAdmittedError('not_allowed');
  const proofs = PROOFS[allow.claim];
  if (proofs === undefined) return null;
  // The first one that the provider gives decides: another does not outweigh its "no".
  const given = proofs.find((proof) => proof in claims);
  return given !== undefined && isProof(given, claims[given])
    ? null
    : new NotAdmittedError('not_verified', `no_${proofs[0]}`);
}

/** OpenID Connect has a boolean; Entra ID writes texts and numbers too. */
function isProof(proof: string, value: unknown): boolean {
  return value === true || (proof === 'xms_edov' && isTrue(value));
}

function isTrue(value: unknown): boolean {
  return [true, 'true', 1, '1'].some((each) => each === value);
}

/** Entra ID gives no groups to a person with too many of them, but says so (OpenID Connect Core 5.6.2). */
function isOmitted(claims: Claims, claim: string): boolean {
  const names = claims['_claim_names'];
  if (isWireObject(names) && claim in names) return true;
  return claim === 'groups' && isTrue(claims['hasgroups']);
}

function nameIn(claims: Claims): string | null {
  const name = claims['name'] ?? claims['preferred_username'] ?? claims['email'];
  return typeof name === 'string' && name !== '' ? name.slice(0, 200) : null;
}
