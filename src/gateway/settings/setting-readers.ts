import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment, and the list of its problems: sentences without a secret. */
export interface SettingsSource {
  readonly env: Environment;
  readonly addProblem: (problem: string) => void;
}

/** The text of a setting; null for a missing or empty one. */
export function readText({ env }: SettingsSource, name: string): string | null {
  return env[name] || null;
}

/** A required text; `why` completes the problem's sentence. */
export function requireText(source: SettingsSource, name: string, why: string): string {
  const text = readText(source, name);
  if (text === null) source.addProblem(`${name} is missing: ${why}.`);
  return text ?? '';
}

/** A secret from the setting itself or from the file of NAME_FILE; null without either. */
export function readSecret(source: SettingsSource, name: string): string | null {
  const value = readText(source, name);
  const file = readText(source, `${name}_FILE`);
  if (value !== null && file !== null) {
    source.addProblem(`${name} and ${name}_FILE are both set: keep one.`);
    return null;
  }
  if (file === null) return value;
  try {
    const content = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    if (content !== '') return content;
    source.addProblem(`The file that ${name}_FILE names is empty.`);
  } catch {
    source.addProblem(`The file that ${name}_FILE names cannot be read.`);
  }
  return null;
}

/** A required secret. */
export function requireSecret(source: SettingsSource, name: string, why: string): string {
  const { env } = source;
  const secret = readSecret(source, name);
  if (secret === null && !env[name] && !env[`${name}_FILE`]) {
    source.addProblem(`${name} (or ${name}_FILE) is missing: ${why}.`);
  }
  return secret ?? '';
}

const KEY_BYTES = 32;
/** 32 random bytes have about 30 different values; a typed pattern has few. */
const LEAST_DIFFERENT = 16;

/** A key of 256 bits in base64 or base64url; null for a missing or weak one. */
export function readKey(source: SettingsSource, name: string): Uint8Array | null {
  const text = readSecret(source, name);
  if (text === null) return null;
  const bytes = /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : null;
  if (bytes?.byteLength === KEY_BYTES && new Set(bytes).size >= LEAST_DIFFERENT) return bytes;
  source.addProblem(`${name} must be 32 random bytes in base64, as \`openssl rand -base64 32\` prints them.`);
  return null;
}

/** yes or no. */
export function readBoolean(source: SettingsSource, name: string, fallback: boolean): boolean {
  const value = readText(source, name);
  if (value === 'yes' || value === 'no') return value === 'yes';
  if (value !== null) source.addProblem(`${name} must be yes or no, not "${value}".`);
  return fallback;
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
}

/** A whole number within a range. */
export function readNumber(source: SettingsSource, name: string, range: Range): number {
  const value = readText(source, name);
  if (value === null) return range.fallback;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= range.min && number <= range.max) return number;
  source.addProblem(`${name} must be a whole number from ${range.min} to ${range.max}, not "${value}".`);
  return range.fallback;
}

/** An http(s) URL without a path. */
export function readOrigin(text: string): URL | null {
  const url = readUrl(text);
  return url && url.href === `${url.origin}/` ? url : null;
}

/** An http(s) URL without credentials, query or fragment. */
export function readUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return isWeb && isPlain ? url : null;
}

/** Whether a URL is https or stays on this machine. */
export function isSecureUrl(url: URL): boolean {
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
