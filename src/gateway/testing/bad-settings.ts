import type { Environment } from '~/gateway/settings/setting-readers';

/*
 * Invalid settings for the unit tests and for the start of the process (e2e/refused-start.spec.ts).
 */

const KEYS = ['SESSION_KEY', 'DRAFT_KEY', 'SESSION_KEY_PREVIOUS'].map((_, index) =>
  Buffer.from(Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + index * 11) % 256)).toString('base64'),
);
const [SESSION_KEY = '', DRAFT_KEY = '', OTHER_KEY = ''] = KEYS;

const REAL_API = {
  ORDER_API_URL: 'https://api.example.com',
  ORDER_API_TOKEN_URL: 'https://id.example.com/auth/realms/covage/protocol/openid-connect/token',
  STATE_DIR: '/var/lib/orderdesk',
};
/** Valid settings of a real API behind a company's sign-in. */
export const OIDC = {
  ...REAL_API,
  ORDER_API_USER: 'desk',
  ORDER_API_PASSWORD: 'canary-password',
  PUBLIC_ORIGIN: 'https://orders.example.com',
  SIGN_IN: 'oidc',
  SESSION_KEY,
  DRAFT_KEY,
  OIDC_ISSUER: 'https://login.example.com',
  OIDC_CLIENT_ID: 'orderdesk',
  OIDC_ALLOW_CLAIM: 'groups',
  OIDC_ALLOW: 'orders, sales',
};
export const ACCOUNT = {
  ...REAL_API,
  PUBLIC_ORIGIN: 'https://o.example.com',
  SIGN_IN: 'account',
  SESSION_KEY,
  DRAFT_KEY,
};

/** No problem may contain one of these. */
export const SECRETS = ['canary-password', SESSION_KEY, DRAFT_KEY, OTHER_KEY, 'correct horse'];

/** A name, the environment, and the setting that the problem must name. */
export const BAD_SETTINGS: readonly (readonly [wrong: string, env: Environment, named: string])[] = [
  ['a port out of range', { PORT: '65536' }, 'PORT'],
  ['a port below zero', { PORT: '-1' }, 'PORT'],
  ['a port with a fraction', { PORT: '8080.5' }, 'PORT'],
  ['a port in hexadecimal', { PORT: '0x50' }, 'PORT'],
  ['a host with a space', { HOST: 'a b' }, 'HOST'],
  ['a count in powers', { SANDBOX_LINES: '1e3' }, 'SANDBOX_LINES'],
  ['a switch in other words', { LOG_REQUESTS: 'true' }, 'LOG_REQUESTS'],
  ['a write limit too long', { WRITE_SECONDS: '31' }, 'WRITE_SECONDS'],
  ['no time for a write', { WRITE_SECONDS: '0' }, 'WRITE_SECONDS'],
  ['a hold too long', { HOLD_SECONDS: '3601' }, 'HOLD_SECONDS'],
  ['too many proxies', { TRUSTED_PROXIES: '6' }, 'TRUSTED_PROXIES'],
  ['a plain public address', { PUBLIC_ORIGIN: 'http://orders.example.com' }, 'PUBLIC_ORIGIN'],
  ['a public address with a path', { PUBLIC_ORIGIN: 'https://orders.example.com/desk' }, 'PUBLIC_ORIGIN'],
  ['a way of signing in without an API', { ORDER_API_AUTH: 'none' }, 'ORDER_API_AUTH'],
  [
    'a token address without an API',
    { ORDER_API_TOKEN_URL: 'https://id.example.com/token' },
    'ORDER_API_URL',
  ],
  ['an API without a scheme', { ...OIDC, ORDER_API_URL: 'api.example.com' }, 'ORDER_API_URL'],
  ['an API over ftp', { ...OIDC, ORDER_API_URL: 'ftp://127.0.0.1' }, 'ORDER_API_URL'],
  ['an API with a password', { ...OIDC, ORDER_API_URL: 'https://u:canary-password@x' }, 'ORDER_API_URL'],
  ['an API with a path', { ...OIDC, ORDER_API_URL: 'https://api.example.com/api' }, 'ORDER_API_URL'],
  ['a plain API elsewhere', { ...OIDC, ORDER_API_URL: 'http://10.0.0.5:8080' }, 'ORDER_API_URL'],
  [
    'an API that only looks near',
    { ...OIDC, ORDER_API_URL: 'http://127.0.0.1.example.com' },
    'ORDER_API_URL',
  ],
  [
    'no sign-in to an API elsewhere',
    { ORDER_API_URL: 'https://api.example.com', ORDER_API_AUTH: 'none' },
    'ORDER_API_AUTH',
  ],
  [
    'another way of signing in',
    { ORDER_API_URL: 'http://127.0.0.1', ORDER_API_AUTH: 'basic' },
    'ORDER_API_AUTH',
  ],
  ['no token address', { ...OIDC, ORDER_API_TOKEN_URL: undefined }, 'ORDER_API_TOKEN_URL'],
  [
    'a plain token address elsewhere',
    { ...OIDC, ORDER_API_TOKEN_URL: 'http://id.example.com/token' },
    'ORDER_API_TOKEN_URL',
  ],
  [
    'a token address with a query',
    { ...OIDC, ORDER_API_TOKEN_URL: 'https://id.example.com/token?a=b' },
    'ORDER_API_TOKEN_URL',
  ],
  [
    'the realm in place of the token address',
    { ...OIDC, ORDER_API_TOKEN_URL: 'https://id.example.com/auth' },
    'ORDER_API_TOKEN_URL',
  ],
  ['no name of the account', { ...OIDC, ORDER_API_USER: undefined }, 'ORDER_API_USER'],
  ['no secret of the account', { ...OIDC, ORDER_API_PASSWORD: undefined }, 'ORDER_API_PASSWORD'],
  ['a secret twice', { ...OIDC, ORDER_API_PASSWORD_FILE: '/etc/passwd' }, 'ORDER_API_PASSWORD_FILE'],
  [
    'a secret’s file that is not there',
    { ...OIDC, ORDER_API_PASSWORD: '', ORDER_API_PASSWORD_FILE: '/nowhere' },
    'ORDER_API_PASSWORD_FILE',
  ],
  [
    'a real API without sign-in',
    {
      ...OIDC,
      SIGN_IN: undefined,
      OIDC_ISSUER: '',
      OIDC_CLIENT_ID: '',
      OIDC_ALLOW: '',
      OIDC_ALLOW_CLAIM: '',
    },
    'SIGN_IN',
  ],
  ['an unknown sign-in', { SIGN_IN: 'saml' }, 'SIGN_IN'],
  [
    'an open desk for the network',
    { ORDER_API_URL: 'http://127.0.0.1:9', ORDER_API_AUTH: 'none', HOST: '0.0.0.0' },
    'SIGN_IN',
  ],
  [
    'an open desk behind a public address',
    { ORDER_API_URL: 'http://127.0.0.1:9', ORDER_API_AUTH: 'none', PUBLIC_ORIGIN: 'https://o.example.com' },
    'SIGN_IN',
  ],
  [
    'typed accounts on the sandbox',
    { SIGN_IN: 'account', SESSION_KEY, DRAFT_KEY, PUBLIC_ORIGIN: 'https://o.example.com' },
    'SIGN_IN',
  ],
  ['a typed account beside one of its own', { ...ACCOUNT, ORDER_API_USER: 'desk' }, 'ORDER_API_USER'],
  ['sign-in without a public address', { ...OIDC, PUBLIC_ORIGIN: undefined }, 'PUBLIC_ORIGIN'],
  ['no key for cookies', { ...OIDC, SESSION_KEY: undefined }, 'SESSION_KEY'],
  ['a short key', { ...OIDC, SESSION_KEY: 'c2hvcnQ=' }, 'SESSION_KEY'],
  ['a weak key', { ...OIDC, SESSION_KEY: 'A'.repeat(43) }, 'SESSION_KEY'],
  [
    'a password for a key',
    { ...OIDC, SESSION_KEY: 'correct horse battery staple correct horse!' },
    'SESSION_KEY',
  ],
  ['a weak former key', { ...OIDC, SESSION_KEY_PREVIOUS: 'B'.repeat(43) }, 'SESSION_KEY_PREVIOUS'],
  ['no key for drafts', { ...OIDC, DRAFT_KEY: undefined }, 'DRAFT_KEY'],
  ['one key for both', { ...OIDC, DRAFT_KEY: SESSION_KEY }, 'different keys'],
  ['sessions without an end', { ...OIDC, SESSION_HOURS: '0' }, 'SESSION_HOURS'],
  ['an idle time of a day', { ...OIDC, SESSION_IDLE_MINUTES: '1440' }, 'SESSION_IDLE_MINUTES'],
  ['no issuer', { ...OIDC, OIDC_ISSUER: undefined }, 'OIDC_ISSUER'],
  ['a plain issuer elsewhere', { ...OIDC, OIDC_ISSUER: 'http://login.example.com' }, 'OIDC_ISSUER'],
  ['no client', { ...OIDC, OIDC_CLIENT_ID: undefined }, 'OIDC_CLIENT_ID'],
  ['no list of allowed accounts', { ...OIDC, OIDC_ALLOW: undefined }, 'OIDC_ALLOW'],
  ['allowed values of no claim', { ...OIDC, OIDC_ALLOW_CLAIM: undefined }, 'OIDC_ALLOW_CLAIM'],
  ['an empty allowed value', { ...OIDC, OIDC_ALLOW: 'orders,,sales' }, 'OIDC_ALLOW'],
  ['everyone of a claim', { ...OIDC, OIDC_ALLOW: 'everyone' }, 'OIDC_ALLOW'],
  ['scopes without openid', { ...OIDC, OIDC_SCOPES: 'profile' }, 'OIDC_SCOPES'],
  ['settings of another sign-in', { ...ACCOUNT, OIDC_ISSUER: 'https://login.example.com' }, 'OIDC_ISSUER'],
  ['no place for the state before a real API', { ...OIDC, STATE_DIR: undefined }, 'STATE_DIR'],
  ['two places for the state', { ...OIDC, STATE_URL: 'redis://127.0.0.1' }, 'STATE_URL'],
  ['a state over http', { ...OIDC, STATE_DIR: undefined, STATE_URL: 'http://127.0.0.1' }, 'STATE_URL'],
  [
    'a password in the address of the state',
    { ...OIDC, STATE_DIR: undefined, STATE_URL: 'redis://:canary-password@x' },
    'STATE_URL',
  ],
  ['a password of no state server', { ...OIDC, STATE_PASSWORD: 'canary-password' }, 'STATE_PASSWORD'],
  ['a misspelled setting', { ...OIDC, OIDC_ALOW: 'x' }, 'OIDC_ALOW'],
  ['certificates unchecked', { ...OIDC, NODE_TLS_REJECT_UNAUTHORIZED: '0' }, 'NODE_TLS_REJECT_UNAUTHORIZED'],
  ['tokens through a proxy', { ...OIDC, NODE_USE_ENV_PROXY: '1' }, 'NODE_USE_ENV_PROXY'],
];
