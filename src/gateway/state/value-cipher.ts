import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Encrypts the personal data of the store. */
export interface ValueCipher {
  /** Compresses and encrypts a text; it can be decrypted only under the key `name`. */
  readonly encrypt: (name: string, text: string) => string;
  /** The text; null for anything that none of the keys encrypted under this name. */
  readonly decrypt: (name: string, encrypted: string) => string | null;
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A cipher (AES-256-GCM) that encrypts with the first key, of 32 bytes each, and decrypts with all of them. */
export function createValueCipher(masters: readonly Uint8Array[]): ValueCipher {
  const keys = masters.map((master) =>
    Buffer.from(hkdfSync('sha256', master, new Uint8Array(), 'orderdesk state', 32)),
  );
  const [first] = keys;
  if (!first) throw new Error('A cipher needs a key');
  return {
    encrypt(name, text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, first, iv).setAAD(Buffer.from(name));
      const bytes = [cipher.update(deflateRawSync(text, { level: 1 })), cipher.final()];
      return Buffer.concat([iv, cipher.getAuthTag(), ...bytes]).toString('base64');
    },
    decrypt(name, encrypted) {
      const bytes = Buffer.from(encrypted, 'base64');
      for (const key of keys) {
        try {
          const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES))
            .setAAD(Buffer.from(name))
            .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
          const plain = [decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()];
          return inflateRawSync(Buffer.concat(plain)).toString();
        } catch {
          // Another key may have encrypted it.
        }
      }
      return null;
    },
  };
}
