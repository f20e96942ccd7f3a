import { readOrderApi, type OrderApi } from './order-api-settings';
import { unknownSettings } from './setting-names';
import {
  isLoopback,
  isSecureUrl,
  readNumber,
  readOrigin,
  readBoolean,
  readText,
  type Environment,
  type SettingsSource,
} from './setting-readers';
import { readState, type StateSettings } from './state-settings';
import { readSignIn, type SignIn } from './sign-in-settings';

/*
 * The gateway's settings, read from the environment once at start. A doubtful value stops the start: a wrong guess could
 * send real orders to the wrong place.
 */

export interface Settings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The origin behind a proxy, as people type it; null takes the Host of each request. */
  readonly publicOrigin: string | null;
  /** The number of proxies in front whose X-Forwarded-For counts. */
  readonly trustedProxies: number;
  readonly orderApi: OrderApi;
  readonly signIn: SignIn;
  readonly state: StateSettings;
  readonly logRequests: boolean;
  /** The file of the audit; null for stderr. */
  readonly auditFile: string | null;
  /** Seconds until the outcome of a write counts as unknown. */
  readonly writeSeconds: number;
  /** Seconds after that in which an unproved confirmation locks its cart. */
  readonly holdSeconds: number;
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads and checks every setting; gives the settings or all problems. An empty value counts as not set. */
export function readSettings(env: Environment): SettingsResult {
  const problems: string[] = [];
  const source: SettingsSource = { env, addProblem: (problem) => problems.push(problem) };
  for (const name of unknownSettings(env))
    source.addProblem(`${name} is no setting of Orderdesk: is it misspelled?`);
  const orderApi = readOrderApi(source);
  const settings: Settings = {
    host: readHost(source),
    port: readNumber(source, 'PORT', { min: 0, max: 65_535, fallback: 8080 }),
    publicOrigin: readPublicOrigin(source),
    trustedProxies: readNumber(source, 'TRUSTED_PROXIES', { min: 0, max: 5, fallback: 0 }),
    orderApi,
    signIn: readSignIn(source, orderApi.kind === 'remote' && orderApi.tokens !== null),
    logRequests: readBoolean(source, 'LOG_REQUESTS', orderApi.kind === 'remote'),
    state: readState(source, orderApi.kind === 'remote'),
    auditFile: readText(source, 'AUDIT_FILE'),
    writeSeconds: readNumber(source, 'WRITE_SECONDS', { min: 1, max: 30, fallback: 30 }),
    holdSeconds: readNumber(source, 'HOLD_SECONDS', { min: 0, max: 3600, fallback: 120 }),
  };
  checkTogether(settings, source);
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };
}

/** Checks settings against each other. */
function checkTogether(
  { host, orderApi, signIn, publicOrigin }: Settings,
  { env, addProblem }: SettingsSource,
): void {
  if (signIn.kind === 'none') {
    if (orderApi.kind === 'remote' && !isLoopback(host)) {
      addProblem('SIGN_IN=none is for this machine only: HOST must be 127.0.0.1, or people must sign in.');
    }
    if (orderApi.kind === 'remote' && publicOrigin !== null && !isLoopback(new URL(publicOrigin).hostname)) {
      addProblem('SIGN_IN=none is for this machine only, and PUBLIC_ORIGIN opens it to others.');
    }
  } else if (publicOrigin === null && !env['PUBLIC_ORIGIN']) {
    addProblem('PUBLIC_ORIGIN is missing: people come back to it from signing in.');
  }
  if (signIn.kind === 'account' && (orderApi.kind === 'sandbox' || orderApi.tokens === null)) {
    addProblem('SIGN_IN=account needs ORDER_API_URL and ORDER_API_TOKEN_URL: it signs people in there.');
  }
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    addProblem('NODE_TLS_REJECT_UNAUTHORIZED=0 switches the checks of certificates off: take it away.');
  }
  if (env['NODE_USE_ENV_PROXY']) {
    addProblem('NODE_USE_ENV_PROXY would send tokens through a proxy: take it away.');
  }
}

function readHost(source: SettingsSource): string {
  const host = readText(source, 'HOST') ?? '127.0.0.1';
  if (!/^[A-Za-z0-9.:-]+$/.test(host))
    source.addProblem(`HOST must be a host name or an IP address, not "${host}".`);
  return host;
}

function readPublicOrigin(source: SettingsSource): string | null {
  const address = readText(source, 'PUBLIC_ORIGIN');
  if (address === null) return null;
  const url = readOrigin(address);
  if (url && isSecureUrl(url)) return url.origin;
  source.addProblem('PUBLIC_ORIGIN must be an address such as https://orders.example.com, without a path.');
  return null;
}
