import {
  isLoopback,
  isSecureUrl,
  readNumber,
  readOrigin,
  readText,
  readUrl,
  requireSecret,
  requireText,
  type SettingsSource,
} from './setting-readers';

/** The token endpoint of the API and the account that asks it. */
interface TokenSettings {
  readonly address: string;
  readonly clientId: string;
  /** The service account; null with SIGN_IN=account, where people type an account. */
  readonly account: { readonly user: string; readonly password: string } | null;
}

export type OrderApi =
  | { readonly kind: 'sandbox'; readonly lines: number }
  | { readonly kind: 'remote'; readonly origin: string; readonly tokens: TokenSettings | null };

const TOKEN_NAMES = [
  'ORDER_API_TOKEN_URL',
  'ORDER_API_CLIENT_ID',
  'ORDER_API_USER',
  'ORDER_API_PASSWORD',
  'ORDER_API_PASSWORD_FILE',
];

/** The Order Taking API and the gateway's sign-in to it; the sandbox without ORDER_API_URL. */
export function readOrderApi(source: SettingsSource): OrderApi {
  const { addProblem } = source;
  const lines = readNumber(source, 'SANDBOX_LINES', { min: 0, max: 100_000, fallback: 2000 });
  const address = readText(source, 'ORDER_API_URL');
  const auth = readText(source, 'ORDER_API_AUTH');
  if (address === null) {
    for (const name of ['ORDER_API_AUTH', ...TOKEN_NAMES].filter((name) => readText(source, name) !== null)) {
      addProblem(`${name} is set, but ORDER_API_URL is not: set both, or neither for the sandbox.`);
    }
    return { kind: 'sandbox', lines };
  }
  const url = readOrigin(address);
  if (!url) {
    addProblem('ORDER_API_URL must be an address such as https://api.example.com, without a path.');
  } else if (!isSecureUrl(url)) {
    addProblem(`ORDER_API_URL must be https, for it names another machine (${url.hostname}).`);
  }
  const origin = url?.origin ?? '';
  if (auth === null) return { kind: 'remote', origin, tokens: readTokens(source) };
  if (auth !== 'none') {
    addProblem('ORDER_API_AUTH may only be "none", for an API on this machine that asks for no sign-in.');
  } else if (url && !isLoopback(url.hostname)) {
    addProblem(`ORDER_API_AUTH=none is for an API on this machine only, not for ${url.hostname}.`);
  }
  for (const name of TOKEN_NAMES.filter((name) => readText(source, name) !== null)) {
    addProblem(`${name} and ORDER_API_AUTH=none contradict each other: keep one.`);
  }
  return { kind: 'remote', origin, tokens: null };
}

function readTokens(source: SettingsSource): TokenSettings {
  const { addProblem } = source;
  const why = 'it says where the gateway signs in to the API that ORDER_API_URL names';
  const address = requireText(source, 'ORDER_API_TOKEN_URL', why);
  const url = readUrl(address);
  if (address !== '' && !url) {
    addProblem('ORDER_API_TOKEN_URL must be a plain address that ends in /protocol/openid-connect/token.');
  } else if (url && !url.pathname.endsWith('/token')) {
    addProblem('ORDER_API_TOKEN_URL must end in /token, such as …/protocol/openid-connect/token.');
  } else if (url && !isSecureUrl(url)) {
    addProblem(`ORDER_API_TOKEN_URL must be https, for it names another machine (${url.hostname}).`);
  }
  const clientId = readText(source, 'ORDER_API_CLIENT_ID') ?? 'api-client';
  const isTyped = readText(source, 'SIGN_IN') === 'account';
  if (isTyped) {
    for (const name of ['ORDER_API_USER', 'ORDER_API_PASSWORD', 'ORDER_API_PASSWORD_FILE']) {
      if (readText(source, name) !== null) {
        addProblem(`${name} and SIGN_IN=account contradict each other: people type the account themselves.`);
      }
    }
    return { address: url?.href ?? '', clientId, account: null };
  }
  return {
    address: url?.href ?? '',
    clientId,
    account: {
      user: requireText(source, 'ORDER_API_USER', 'it is the name of the service account'),
      password: requireSecret(source, 'ORDER_API_PASSWORD', 'it is the secret of the service account'),
    },
  };
}
