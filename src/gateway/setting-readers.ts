import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment, and what is said about it: problems are in plain words and never hold a secret. */
export interface SettingsSource {
  readonly env: Environment;
  readonly complain: (problem: string) => void;
}

/** A setting's text; null when it is not set or empty. */
export function readText({ env }: SettingsSource, name: string): string | null {
  return env[name] || null;
}

/** A text that must be there: `why` says when, in the words of the problem. */
export function requireText(source: SettingsSource, name: string, why: string): string {
  const text = readText(source, name);
  if (text === null) source.complain(`${name} is missing: ${why}.`);
  return text ?? '';
}

/** A secret, from the setting itself or from the file that NAME_FILE names; null when neither is set. */
export function readSecret(source: SettingsSource, name: string): string | null {
  const value = readText(source, name);
  const file = readText(source, `${name}_FILE`);
  if (value !== null && file !== null) {
    source.complain(`${name} and ${name}_FILE are both set: keep one.`);
    return null;
  }
  if (file === null) return value;
  try {
    const content = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    if (content !== '') return content;
    source.complain(`The file that ${name}_FILE names is empty.`);
  } catch {
    source.complain(`The file that ${name}_FILE names cannot be read.`);
  }
  return null;
}

/** A secret that must be there. */
export function requireSecret(source: SettingsSource, name: string, why: string): string {
  const { env } = source;
  const secret = readSecret(source, name);
  if (secret === null && !env[name] && !env[`${name}_FILE`]) {
    source.complain(`${name} (or ${name}_FILE) is missing: ${why}.`);
  }
  return secret ?? '';
}

const KEY_BYTES = 32;
/** A random key of 32 bytes has about 30 different ones; a pattern or a word that somebody typed has few. */
const LEAST_DIFFERENT = 16;

/** A key of 256 bits in base64 or base64url; null when it is not set, or is no such key. */
export function readKey(source: SettingsSource, name: string): Uint8Array | null {
  const text = readSecret(source, name);
  if (text === null) return null;
  const bytes = /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : null;
  if (bytes?.byteLength === KEY_BYTES && new Set(bytes).size >= LEAST_DIFFERENT) return bytes;
  source.complain(`${name} must be 32 random bytes in base64, as \`openssl rand -base64 32\` prints them.`);
  return null;
}

/** yes or no. */
export function readSwitch(source: SettingsSource, name: string, otherwise: boolean): boolean {
  const value = readText(source, name);
  if (value === 'yes' || value === 'no') return value === 'yes';
  if (value !== null) source.complain(`${name} must be yes or no, not "${value}".`);
  return otherwise;
}

interface Range {
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
}

/** A whole number within a range. */
export function readNumber(source: SettingsSource, name: string, range: Range): number {
  const value = readText(source, name);
  if (value === null) return range.otherwise;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= range.least && number <= range.most) return number;
  source.complain(`${name} must be a whole number from ${range.least} to ${range.most}, not "${value}".`);
  return range.otherwise;
}

/** An http(s) address without a path. */
export function readOrigin(address: string): URL | null {
  const url = readWebAddress(address);
  return url && url.href === `${url.origin}/` ? url : null;
}

/** An http(s) address without a name, a password, a query or a fragment. */
export function readWebAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return isWeb && isPlain ? url : null;
}

/** Whether what goes to an address cannot be read on the way: it is https, or stays on this machine. */
export function isPrivateWay(url: URL): boolean {
  return url.protocol === 'https:' || isLoopback(url.hostname);
}

export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    hostname === '::1' ||
    /^127(?:\.\d+){3}$/.test(hostname)
  );
}
