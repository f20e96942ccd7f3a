import type { Environment } from './setting-readers';

/** Every setting there is. DEPLOY.md says of each what it means; a test compares the two. */
export const SETTING_NAMES = [
  'HOST',
  'PORT',
  'PUBLIC_ORIGIN',
  'TRUSTED_PROXIES',
  'SANDBOX_LINES',
  'LOG_REQUESTS',
  'WRITE_SECONDS',
  'HOLD_SECONDS',
  'AUDIT_FILE',
  'ORDER_API_URL',
  'ORDER_API_AUTH',
  'ORDER_API_TOKEN_URL',
  'ORDER_API_CLIENT_ID',
  'ORDER_API_USER',
  'ORDER_API_PASSWORD',
  'ORDER_API_PASSWORD_FILE',
  'SIGN_IN',
  'SESSION_KEY',
  'SESSION_KEY_FILE',
  'SESSION_KEY_PREVIOUS',
  'SESSION_KEY_PREVIOUS_FILE',
  'SESSION_IDLE_MINUTES',
  'SESSION_HOURS',
  'DRAFT_KEY',
  'DRAFT_KEY_FILE',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'OIDC_CLIENT_SECRET_FILE',
  'OIDC_SCOPES',
  'OIDC_ALLOW_CLAIM',
  'OIDC_ALLOW',
] as const;

const OURS = /^(?:ORDER_API|OIDC|SESSION|DRAFT|SIGN_IN|SANDBOX|TRUSTED_PROX|AUDIT|WRITE|HOLD)(?:_|$)/;
const KNOWN: ReadonlySet<string> = new Set(SETTING_NAMES);

/** Names that look like settings of ours and are none: a misspelled one must not be passed over in silence. */
export function unknownSettings(env: Environment): readonly string[] {
  return Object.keys(env).filter((name) => OURS.test(name) && !KNOWN.has(name));
}
