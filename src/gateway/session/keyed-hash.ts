import { createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Hashes a person or an address for the log: equal values have equal hashes, and no hash reveals its value. */
export type KeyedHash = (kind: 'who' | 'from', value: string) => string;

/** With a master key hashes stay the same after a restart; without one each process has its own. */
export function createKeyedHash(master: Uint8Array | null): KeyedHash {
  const key = master ? derive(master, 'orderdesk log') : randomBytes(32);
  return (kind, value) =>
    createHmac('sha256', key).update(`${kind}\0${value}`).digest('base64url').slice(0, 16);
}

/** The encryption key of one person's drafts in base64url: the same on every instance and after every restart. */
export function encryptionKeyOf(master: Uint8Array, subject: string): string {
  return derive(master, `orderdesk drafts\0${subject}`).toString('base64url');
}

function derive(master: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, new Uint8Array(), info, 32));
}
