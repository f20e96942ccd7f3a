import { describe, expect, it } from 'vitest';
import { encrypt, decrypt } from './encryption';

const aKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

describe('encrypted text', () => {
  it('is read with its key, to the letter', async () => {
    const key = await aKey();
    for (const text of ['', '0042', 'Zoé 🦊 +33 1', 'x'.repeat(100_000)]) {
      expect(await decrypt(key, 'label', await encrypt(key, 'label', text))).toBe(text);
    }
  });

  it('opens with its own key, label and bits only', async () => {
    const key = await aKey();
    const encrypted = await encrypt(key, 'label', 'Zoé');
    expect(await decrypt(await aKey(), 'label', encrypted)).toBeNull();
    expect(await decrypt(key, 'another label', encrypted)).toBeNull();
    for (let index = 0; index < encrypted.byteLength; index += 1) {
      const bent = new Uint8Array(encrypted.slice(0));
      bent[index] = (bent[index] ?? 0) ^ 1;
      expect(await decrypt(key, 'label', bent.buffer)).toBeNull();
    }
    expect(await decrypt(key, 'label', new ArrayBuffer(3))).toBeNull();
  });

  it('reveals neither its text nor a repetition', async () => {
    const key = await aKey();
    const [first, second] = [await encrypt(key, 'label', 'Zoé'), await encrypt(key, 'label', 'Zoé')];
    expect(Buffer.from(first).includes('Zo')).toBe(false);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
  });
});
