import { createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Marks that tell two apart and say nothing of what they stand for. */
export type KeyedHash = (kind: 'who' | 'from', value: string) => string;

/** With the same master the marks are the same after a restart; without one they are new each time. */
export function createKeyedHash(master: Uint8Array | null): KeyedHash {
  const key = master ? derive(master, 'orderdesk log') : randomBytes(32);
  return (kind, value) =>
    createHmac('sha256', key).update(`${kind}\0${value}`).digest('base64url').slice(0, 16);
}

/** The key for one person's drafts: the same on every machine and after every restart, in base64url. */
export function draftKeyOf(master: Uint8Array, subject: string): string {
  return derive(master, `orderdesk drafts\0${subject}`).toString('base64url');
}

function derive(master: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, new Uint8Array(), info, 32));
}
