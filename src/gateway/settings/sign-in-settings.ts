import {
  isSecureUrl,
  readKey,
  readNumber,
  readSecret,
  readText,
  readUrl,
  requireText,
  type SettingsSource,
} from './setting-readers';

export interface SessionSettings {
  readonly key: Uint8Array;
  /** Decrypts cookies of the time before a key change. */
  readonly previousKey: Uint8Array | null;
  /** The master of each person's encryption key. */
  readonly encryptionKey: Uint8Array;
  readonly idleMs: number;
  readonly absoluteMs: number;
}

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client, which PKCE alone protects. */
  readonly clientSecret: string | null;
  readonly scopes: string;
  /** The claim that admits a person; null admits every account of the provider. */
  readonly allow: { readonly claim: string; readonly values: readonly string[] } | null;
}

/** How people sign in. */
export type SignIn =
  | { readonly kind: 'none' }
  | { readonly kind: 'account'; readonly sessions: SessionSettings }
  | { readonly kind: 'oidc'; readonly sessions: SessionSettings; readonly oidc: OidcSettings };

const MINUTE = 60_000;

/** Reads SIGN_IN and its settings. `needed` says whether the gateway stands before a real API. */
export function readSignIn(source: SettingsSource, needed: boolean): SignIn {
  const { env, addProblem } = source;
  const kind = readText(source, 'SIGN_IN') ?? (needed ? '' : 'none');
  if (kind !== 'oidc') {
    for (const name of Object.keys(env).filter((name) => name.startsWith('OIDC_') && env[name])) {
      addProblem(`${name} is set, but SIGN_IN is not "oidc".`);
    }
  }
  if (kind === 'none') return { kind };
  if (kind === 'account') return { kind, sessions: readSessions(source) };
  if (kind === 'oidc') return { kind, sessions: readSessions(source), oidc: readOidc(source) };
  addProblem('SIGN_IN must be oidc, account, or (on this machine only) none.');
  return { kind: 'none' };
}

function readSessions(source: SettingsSource): SessionSettings {
  const previousKey = readKey(source, 'SESSION_KEY_PREVIOUS');
  const key = requireKey(source, 'SESSION_KEY', 'it encrypts the cookies');
  const encryptionKey = requireKey(source, 'DRAFT_KEY', 'drafts are encrypted with keys made from it');
  if (
    key.byteLength > 0 &&
    [encryptionKey, previousKey].some((other) => other && Buffer.compare(key, other) === 0)
  ) {
    source.addProblem('SESSION_KEY, SESSION_KEY_PREVIOUS and DRAFT_KEY must be different keys.');
  }
  return {
    key,
    previousKey,
    encryptionKey,
    idleMs: readNumber(source, 'SESSION_IDLE_MINUTES', { min: 5, max: 240, fallback: 30 }) * MINUTE,
    absoluteMs: readNumber(source, 'SESSION_HOURS', { min: 1, max: 24, fallback: 10 }) * 60 * MINUTE,
  };
}

function requireKey(source: SettingsSource, name: string, why: string): Uint8Array {
  if (!source.env[name] && !source.env[`${name}_FILE`]) {
    source.addProblem(`${name} (or ${name}_FILE) is missing: ${why}. \`openssl rand -base64 32\` makes one.`);
    return new Uint8Array();
  }
  return readKey(source, name) ?? new Uint8Array();
}

function readOidc(source: SettingsSource): OidcSettings {
  const { addProblem } = source;
  const address = requireText(source, 'OIDC_ISSUER', 'it is the address of the company’s sign-in');
  const issuer = readUrl(address);
  if (address !== '' && !issuer) addProblem('OIDC_ISSUER must be a plain address.');
  else if (issuer && !isSecureUrl(issuer)) addProblem('OIDC_ISSUER must be https.');
  const scopes = readText(source, 'OIDC_SCOPES') ?? 'openid profile email';
  if (!scopes.split(' ').includes('openid')) addProblem('OIDC_SCOPES must contain openid.');
  return {
    // Unchanged: an issuer is compared as text, with its final slash.
    issuer: address,
    clientId: requireText(source, 'OIDC_CLIENT_ID', 'the provider knows the desk by it'),
    clientSecret: readSecret(source, 'OIDC_CLIENT_SECRET'),
    scopes,
    allow: readAllow(source),
  };
}

function readAllow(source: SettingsSource): OidcSettings['allow'] {
  const claim = readText(source, 'OIDC_ALLOW_CLAIM');
  const allow = requireText(source, 'OIDC_ALLOW', 'it says who may come in; "everyone" says it outright');
  if (allow === 'everyone') {
    if (claim !== null) source.addProblem('OIDC_ALLOW_CLAIM and OIDC_ALLOW=everyone contradict each other.');
    return null;
  }
  if (claim === null)
    source.addProblem('OIDC_ALLOW_CLAIM is missing: it names the claim that OIDC_ALLOW lists.');
  const values = allow.split(',').map((value) => value.trim());
  if (allow !== '' && values.includes(''))
    source.addProblem('OIDC_ALLOW has an empty value between its commas.');
  return { claim: claim ?? '', values: values.filter((value) => value !== '') };
}
