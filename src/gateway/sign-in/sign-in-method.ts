import type { GatewayError } from '~/gateway/http/error-response';
import type { StaffSession } from '~/gateway/session/staff-session';

/** The values to remember while the person is at the provider. */
export interface RoundTrip {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** The next step of a sign-in. */
export type SignInStep =
  | { readonly kind: 'signed-in'; readonly session: StaffSession }
  | { readonly kind: 'redirect'; readonly location: string; readonly roundTrip: RoundTrip }
  | { readonly kind: 'refused'; readonly error: GatewayError };

/** Why a sign-in at the provider failed: the page has a text for each. */
export type SignInFailure =
  | 'not_allowed'
  | 'not_verified'
  | 'groups_omitted'
  | 'expired'
  | 'unreachable'
  | 'failed';

export interface SignInOptions {
  /** Asks for credentials, even with a session at the provider. */
  readonly forceLogin: boolean;
  /** Comes back with the `state` of a round trip, unchanged. */
  readonly mark?: string;
}

/** One method of signing in. Only `start` and `renew` throw, a StateUnavailableError. */
export interface SignInMethod {
  readonly kind: 'oidc' | 'account';
  /** Starts with the body of the page. */
  readonly start: (sent: Readonly<Record<string, unknown>>, options: SignInOptions) => Promise<SignInStep>;
  /** The session of a person that the provider redirected back to `url`. */
  readonly complete: (url: URL, roundTrip: unknown) => Promise<StaffSession | SignInFailure>;
  /** The session with renewed tokens; an error with status 401 ends it. */
  readonly renew: (session: StaffSession) => Promise<StaffSession | GatewayError>;
  /** Ends the tokens of the session at the provider, in the background. */
  readonly end: (session: StaffSession) => void;
  /** The URL at which the person ends the provider's session; null without one. */
  readonly signOutUrl: (idToken: string | null) => Promise<string | null>;
  /** Whether the provider can be used; asks it again after a failure. */
  readonly isReady: () => boolean;
}
