import type { Environment } from './setting-readers';

/** Every setting. A test compares them with the table in DEPLOY.md. */
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
  'STATE_DIR',
  'STATE_URL',
  'STATE_PASSWORD',
  'STATE_PASSWORD_FILE',
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

const OURS = /^(?:ORDER_API|OIDC|SESSION|DRAFT|SIGN_IN|SANDBOX|TRUSTED_PROX|AUDIT|STATE|WRITE|HOLD)(?:_|$)/;
const KNOWN: ReadonlySet<string> = new Set(SETTING_NAMES);

/** Names that look like our settings but are unknown, such as a misspelled one. */
export function unknownSettings(env: Environment): readonly string[] {
  return Object.keys(env).filter((name) => OURS.test(name) && !KNOWN.has(name));
}
