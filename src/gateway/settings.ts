/*
 * The gateway's settings, read from the environment once at start. Anything doubtful stops the start: a gateway that
 * guesses could send real orders to the wrong place, or serve the sandbox to people who think it is real.
 */

export type OrderApi =
  | { readonly kind: 'sandbox'; readonly lines: number }
  | { readonly kind: 'remote'; readonly origin: string };

export interface Settings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The address that people type, when a proxy stands in front; null takes the request's own. */
  readonly publicOrigin: string | null;
  readonly orderApi: OrderApi;
  readonly logRequests: boolean;
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;
type Complain = (problem: string) => void;

/** Reads and checks every setting; gives the settings, or all problems at once in plain words. An empty value counts as not set. */
export function readSettings(env: Environment): SettingsResult {
  const problems: string[] = [];
  const complain: Complain = (problem) => problems.push(problem);
  const orderApi = readOrderApi(env, complain);
  const settings: Settings = {
    host: readHost(env, complain),
    port: readNumber(env, 'PORT', { least: 0, most: 65_535, otherwise: 8080 }, complain),
    publicOrigin: readPublicOrigin(env, complain),
    orderApi,
    logRequests: readSwitch(env, 'LOG_REQUESTS', orderApi.kind === 'remote', complain),
  };
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };
}

function readOrderApi(env: Environment, complain: Complain): OrderApi {
  const lines = readNumber(env, 'SANDBOX_LINES', { least: 0, most: 100_000, otherwise: 2000 }, complain);
  const address = env['ORDER_API_URL'];
  const auth = env['ORDER_API_AUTH'];
  if (!address) {
    if (auth)
      complain('ORDER_API_AUTH is set, but ORDER_API_URL is not: set both, or neither for the sandbox.');
    return { kind: 'sandbox', lines };
  }
  const url = readOrigin(address);
  if (!url) {
    complain(
      `ORDER_API_URL must be an address such as https://api.example.com, without a path, not "${address}".`,
    );
  } else if (!isLoopback(url.hostname)) {
    complain(
      `ORDER_API_URL names another machine (${url.hostname}). Signing in to a remote API is not supported yet: ` +
        'give the address of an API on this machine, or leave it out for the sandbox.',
    );
  } else if (auth !== 'none') {
    complain(
      'ORDER_API_AUTH must be "none" with an API on this machine: no other way of signing in is supported yet.',
    );
  }
  return { kind: 'remote', origin: url?.origin ?? '' };
}

function readHost(env: Environment, complain: Complain): string {
  const host = env['HOST'] || '127.0.0.1';
  if (!/^[A-Za-z0-9.:-]+$/.test(host)) complain(`HOST must be a host name or an IP address, not "${host}".`);
  return host;
}

function readPublicOrigin(env: Environment, complain: Complain): string | null {
  const address = env['PUBLIC_ORIGIN'];
  if (!address) return null;
  const url = readOrigin(address);
  if (url && (url.protocol === 'https:' || isLoopback(url.hostname))) return url.origin;
  complain(
    `PUBLIC_ORIGIN must be an address such as https://orders.example.com, without a path, not "${address}".`,
  );
  return null;
}

function readSwitch(env: Environment, name: string, otherwise: boolean, complain: Complain): boolean {
  const value = env[name];
  if (value === 'yes' || value === 'no') return value === 'yes';
  if (value) complain(`${name} must be yes or no, not "${value}".`);
  return otherwise;
}

interface Range {
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
}

function readNumber(env: Environment, name: string, range: Range, complain: Complain): number {
  const value = env[name];
  if (!value) return range.otherwise;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= range.least && number <= range.most) return number;
  complain(`${name} must be a whole number from ${range.least} to ${range.most}, not "${value}".`);
  return range.otherwise;
}

/** An http(s) address that is an origin and nothing more; null otherwise. */
function readOrigin(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.href === `${url.origin}/` ? url : null;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}
