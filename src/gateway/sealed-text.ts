import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { isWireObject } from '~/contract/scalars';

/** Seals values so that nobody outside can read or change them. */
export interface Seal {
  readonly close: (value: unknown) => Promise<string>;
  /** The value; null for anything that was not closed with one of our keys, to the last bit. */
  readonly open: (sealed: string) => Promise<unknown>;
}

const ALGORITHMS = { alg: 'dir', enc: 'A256GCM' } as const;
const LARGEST = 32 * 1024;

/**
 * A seal as encrypted JWT tokens are made (JWE, `dir`, `A256GCM`), with the name of its key. What the former key
 * closed still opens, so that keys can be changed while people work. `purpose` keeps apart what is sealed with one key.
 */
export function createSeal(purpose: string, key: Uint8Array, previousKey: Uint8Array | null): Seal {
  const keys = new Map([key, ...(previousKey ? [previousKey] : [])].map((each) => [nameOf(each), each]));
  const kid = nameOf(key);
  return {
    async close(value) {
      const plain = deflateRawSync(JSON.stringify({ purpose, value }));
      return new CompactEncrypt(plain).setProtectedHeader({ ...ALGORITHMS, kid }).encrypt(key);
    },
    async open(sealed) {
      try {
        const { plaintext } = await compactDecrypt(sealed, ({ kid }) => keyNamed(keys, kid), {
          keyManagementAlgorithms: [ALGORITHMS.alg],
          contentEncryptionAlgorithms: [ALGORITHMS.enc],
        });
        const text = inflateRawSync(plaintext, { maxOutputLength: LARGEST }).toString();
        const opened: unknown = JSON.parse(text);
        return isWireObject(opened) && opened['purpose'] === purpose ? opened['value'] : null;
      } catch {
        return null;
      }
    },
  };
}

function keyNamed(keys: ReadonlyMap<string, Uint8Array>, kid: string | undefined): Uint8Array {
  const key = keys.get(kid ?? '');
  if (!key) throw new Error('no such key');
  return key;
}

/** Says which key it was and nothing about it. */
function nameOf(key: Uint8Array): string {
  return createHash('sha256').update('orderdesk kid').update(key).digest('base64url').slice(0, 8);
}
