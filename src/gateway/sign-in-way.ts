import type { Refusal } from './refusal';
import type { StaffSession } from './staff-session';

/** How an attempt to sign in goes on. */
export type SignInStep =
  | { readonly kind: 'signed-in'; readonly session: StaffSession }
  /** The person goes elsewhere; `memory` comes back with them. */
  | { readonly kind: 'elsewhere'; readonly location: string; readonly memory: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** One way of signing in; nothing of it throws. */
export interface SignInWay {
  readonly kind: 'oidc' | 'account';
  /** Starts with what the page sent. */
  readonly start: (sent: Readonly<Record<string, unknown>>) => Promise<SignInStep>;
  /** Who came back from elsewhere, or why nobody did. */
  readonly comeBack: (address: URL, memory: unknown) => Promise<StaffSession | 'not_allowed' | 'failed'>;
  /** The session with whatever had to be renewed; a refusal with status 401 ends it. */
  readonly renew: (session: StaffSession) => Promise<StaffSession | Refusal>;
  /** Ends what the provider keeps; gives where the person goes to end it there. */
  readonly end: (session: StaffSession) => Promise<string | null>;
}
