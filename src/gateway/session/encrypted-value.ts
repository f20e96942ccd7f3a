import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { isWireObject } from '~/contract/scalars';

/** Encrypts values that the browser stores and may neither read nor change. */
export interface Encryption {
  readonly encrypt: (value: unknown) => Promise<string>;
  /** The value; null for a text that was not encrypted with one of our keys, or was changed. */
  readonly decrypt: (encrypted: string) => Promise<unknown>;
}

const ALGORITHMS = { alg: 'dir', enc: 'A256GCM' } as const;
const LARGEST = 32 * 1024;

/**
 * JWE encryption (`dir`, `A256GCM`) with the name of its key. Values of the previous key still decrypt, so that an
 * operator can change the key during work. A value decrypts only for the `purpose` that it was encrypted for.
 */
export function createEncryption(
  purpose: string,
  key: Uint8Array,
  previousKey: Uint8Array | null,
): Encryption {
  const keys = new Map([key, ...(previousKey ? [previousKey] : [])].map((each) => [keyIdOf(each), each]));
  const kid = keyIdOf(key);
  return {
    async encrypt(value) {
      const plain = deflateRawSync(JSON.stringify({ purpose, value }));
      return new CompactEncrypt(plain).setProtectedHeader({ ...ALGORITHMS, kid }).encrypt(key);
    },
    async decrypt(encrypted) {
      try {
        const { plaintext } = await compactDecrypt(encrypted, ({ kid }) => keyNamed(keys, kid), {
          keyManagementAlgorithms: [ALGORITHMS.alg],
          contentEncryptionAlgorithms: [ALGORITHMS.enc],
        });
        const text = inflateRawSync(plaintext, { maxOutputLength: LARGEST }).toString();
        const decrypted: unknown = JSON.parse(text);
        return isWireObject(decrypted) && decrypted['purpose'] === purpose ? decrypted['value'] : null;
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

/** A name of the key that reveals nothing of it. */
function keyIdOf(key: Uint8Array): string {
  return createHash('sha256').update('orderdesk kid').update(key).digest('base64url').slice(0, 8);
}
