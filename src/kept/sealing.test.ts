import { describe, expect, it } from 'vitest';
import { seal, unseal } from './sealing';

const aKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

describe('sealed text', () => {
  it('is read with its key, to the letter', async () => {
    const key = await aKey();
    for (const text of ['', '0042', 'Zoé 🦊 +33 1', 'x'.repeat(100_000)]) {
      expect(await unseal(key, 'label', await seal(key, 'label', text))).toBe(text);
    }
  });

  it("is nobody else's: another key, another place or a changed bit does not open it", async () => {
    const key = await aKey();
    const sealed = await seal(key, 'label', 'Zoé');
    expect(await unseal(await aKey(), 'label', sealed)).toBeNull();
    expect(await unseal(key, 'another label', sealed)).toBeNull();
    for (let index = 0; index < sealed.byteLength; index += 1) {
      const bent = new Uint8Array(sealed.slice(0));
      bent[index] = (bent[index] ?? 0) ^ 1;
      expect(await unseal(key, 'label', bent.buffer)).toBeNull();
    }
    expect(await unseal(key, 'label', new ArrayBuffer(3))).toBeNull();
  });

  it('shows neither what it says nor that it is the same as before', async () => {
    const key = await aKey();
    const [first, second] = [await seal(key, 'label', 'Zoé'), await seal(key, 'label', 'Zoé')];
    expect(Buffer.from(first).includes('Zo')).toBe(false);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
  });
});
