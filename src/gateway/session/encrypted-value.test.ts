import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createEncryption } from './encrypted-value';

const key = new Uint8Array(randomBytes(32));
const other = new Uint8Array(randomBytes(32));
const value = { name: 'Zoë', tokens: 'x'.repeat(200) };

describe('an encrypted value', () => {
  it('opens what it closed', async () => {
    const encryption = createEncryption('session', key, null);
    expect(await encryption.decrypt(await encryption.encrypt(value))).toEqual(value);
  });

  it('never closes one value in one way twice', async () => {
    const encryption = createEncryption('session', key, null);
    expect(await encryption.encrypt(value)).not.toBe(await encryption.encrypt(value));
  });

  it('refuses it with any one of a thousand bits changed', async () => {
    const encryption = createEncryption('session', key, null);
    const encrypted = await encryption.encrypt(value);
    const opened = await Promise.all(
      Array.from({ length: 1000 }, (_, index) => encryption.decrypt(withBitChanged(encrypted, index * 13))),
    );
    expect(opened.filter((each) => each !== null)).toEqual([]);
  });

  it('decrypts values of the previous key only', async () => {
    const encrypted = await createEncryption('session', key, null).encrypt(value);
    expect(await createEncryption('session', other, key).decrypt(encrypted)).toEqual(value);
    expect(await createEncryption('session', other, null).decrypt(encrypted)).toBeNull();
  });

  it('refuses what was encrypted for another purpose', async () => {
    const encrypted = await createEncryption('round trip', key, null).encrypt(value);
    expect(await createEncryption('session', key, null).decrypt(encrypted)).toBeNull();
  });

  it.each(['', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.', '....', 'é'])('refuses %j', async (encrypted) => {
    expect(await createEncryption('session', key, null).decrypt(encrypted)).toBeNull();
  });
});

/** Another character that decodes to other bits; a point stays a point. */
function withBitChanged(encrypted: string, bit: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const positions = Array.from(encrypted, (_, index) => index).filter((index) => encrypted[index] !== '.');
  // The last letter of a part has bits that mean nothing.
  const inside = positions.filter((index) => !['.', undefined].includes(encrypted[index + 1]));
  const at = inside[bit % inside.length] ?? 0;
  const changed = letters[letters.indexOf(encrypted[at] ?? '') ^ (1 << (bit % 6))] ?? 'A';
  return encrypted.slice(0, at) + changed + encrypted.slice(at + 1);
}
