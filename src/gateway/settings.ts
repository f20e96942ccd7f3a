import { readOrderApi, type OrderApi } from './order-api-settings';
import { unknownSettings } from './setting-names';
import {
  isLoopback,
  isPrivateWay,
  readNumber,
  readOrigin,
  readSwitch,
  readText,
  type Environment,
  type SettingsSource,
} from './setting-readers';
import { readSignIn, type SignIn } from './sign-in-settings';

/*
 * The gateway's settings, read from the environment once at start. Anything doubtful stops the start: a gateway that
 * guesses could send real orders to the wrong place, or serve the sandbox to people who think it is real.
 */

export interface Settings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The address that people type, when a proxy stands in front; null takes the request's own. */
  readonly publicOrigin: string | null;
  /** How many proxies stand in front, whose word about the person's address is taken. */
  readonly trustedProxies: number;
  readonly orderApi: OrderApi;
  readonly signIn: SignIn;
  readonly logRequests: boolean;
  /** Where the audit's lines go; null is beside the requests'. */
  readonly auditFile: string | null;
  /** How long the API may take over a write before its outcome counts as unknown, in seconds. */
  readonly writeSeconds: number;
  /** How long after that a confirmation that nobody can prove keeps its cart from being confirmed, in seconds. */
  readonly holdSeconds: number;
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads and checks every setting; gives the settings, or all problems at once in plain words. An empty value counts as not set. */
export function readSettings(env: Environment): SettingsResult {
  const problems: string[] = [];
  const source: SettingsSource = { env, complain: (problem) => problems.push(problem) };
  for (const name of unknownSettings(env))
    source.complain(`${name} is no setting of Orderdesk: is it misspelled?`);
  const orderApi = readOrderApi(source);
  const settings: Settings = {
    host: readHost(source),
    port: readNumber(source, 'PORT', { least: 0, most: 65_535, otherwise: 8080 }),
    publicOrigin: readPublicOrigin(source),
    trustedProxies: readNumber(source, 'TRUSTED_PROXIES', { least: 0, most: 5, otherwise: 0 }),
    orderApi,
    signIn: readSignIn(source, orderApi.kind === 'remote' && orderApi.tokens !== null),
    logRequests: readSwitch(source, 'LOG_REQUESTS', orderApi.kind === 'remote'),
    auditFile: readText(source, 'AUDIT_FILE'),
    writeSeconds: readNumber(source, 'WRITE_SECONDS', { least: 1, most: 30, otherwise: 30 }),
    holdSeconds: readNumber(source, 'HOLD_SECONDS', { least: 0, most: 3600, otherwise: 120 }),
  };
  checkTogether(settings, source);
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };
}

/** What each setting allows by itself and the others forbid. */
function checkTogether(
  { host, orderApi, signIn, publicOrigin }: Settings,
  { env, complain }: SettingsSource,
): void {
  if (signIn.kind === 'none') {
    if (orderApi.kind === 'remote' && !isLoopback(host)) {
      complain('SIGN_IN=none is for this machine only: HOST must be 127.0.0.1, or people must sign in.');
    }
    if (orderApi.kind === 'remote' && publicOrigin !== null && !isLoopback(new URL(publicOrigin).hostname)) {
      complain('SIGN_IN=none is for this machine only, and PUBLIC_ORIGIN opens it to others.');
    }
  } else if (publicOrigin === null && !env['PUBLIC_ORIGIN']) {
    complain('PUBLIC_ORIGIN is missing: people come back to it from signing in.');
  }
  if (signIn.kind === 'account' && (orderApi.kind === 'sandbox' || orderApi.tokens === null)) {
    complain('SIGN_IN=account needs ORDER_API_URL and ORDER_API_TOKEN_URL: it signs people in there.');
  }
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    complain('NODE_TLS_REJECT_UNAUTHORIZED=0 switches the checks of certificates off: take it away.');
  }
  if (env['NODE_USE_ENV_PROXY']) {
    complain('NODE_USE_ENV_PROXY would send tokens through a proxy: take it away.');
  }
}

function readHost(source: SettingsSource): string {
  const host = readText(source, 'HOST') ?? '127.0.0.1';
  if (!/^[A-Za-z0-9.:-]+$/.test(host))
    source.complain(`HOST must be a host name or an IP address, not "${host}".`);
  return host;
}

function readPublicOrigin(source: SettingsSource): string | null {
  const address = readText(source, 'PUBLIC_ORIGIN');
  if (address === null) return null;
  const url = readOrigin(address);
  if (url && isPrivateWay(url)) return url.origin;
  source.complain('PUBLIC_ORIGIN must be an address such as https://orders.example.com, without a path.');
  return null;
}
