import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSeal } from './sealed-text';

const key = new Uint8Array(randomBytes(32));
const other = new Uint8Array(randomBytes(32));
const value = { name: 'Zoë', tokens: 'x'.repeat(200) };

describe('a seal', () => {
  it('opens what it closed', async () => {
    const seal = createSeal('session', key, null);
    expect(await seal.open(await seal.close(value))).toEqual(value);
  });

  it('never closes one value in one way twice', async () => {
    const seal = createSeal('session', key, null);
    expect(await seal.close(value)).not.toBe(await seal.close(value));
  });

  it('refuses it with any one of a thousand bits changed', async () => {
    const seal = createSeal('session', key, null);
    const sealed = await seal.close(value);
    const opened = await Promise.all(
      Array.from({ length: 1000 }, (_, index) => seal.open(withBitChanged(sealed, index * 13))),
    );
    expect(opened.filter((each) => each !== null)).toEqual([]);
  });

  it('opens what the former key closed, and nothing of a key before that', async () => {
    const sealed = await createSeal('session', key, null).close(value);
    expect(await createSeal('session', other, key).open(sealed)).toEqual(value);
    expect(await createSeal('session', other, null).open(sealed)).toBeNull();
  });

  it('refuses what was sealed for another purpose', async () => {
    const sealed = await createSeal('round trip', key, null).close(value);
    expect(await createSeal('session', key, null).open(sealed)).toBeNull();
  });

  it.each(['', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.', '....', 'é'])('refuses %j', async (sealed) => {
    expect(await createSeal('session', key, null).open(sealed)).toBeNull();
  });
});

/** Another character that decodes to other bits; a point stays a point. */
function withBitChanged(sealed: string, bit: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const positions = Array.from(sealed, (_, index) => index).filter((index) => sealed[index] !== '.');
  // The last letter of a part has bits that mean nothing.
  const inside = positions.filter((index) => !['.', undefined].includes(sealed[index + 1]));
  const at = inside[bit % inside.length] ?? 0;
  const changed = letters[letters.indexOf(sealed[at] ?? '') ^ (1 << (bit % 6))] ?? 'A';
  return sealed.slice(0, at) + changed + sealed.slice(at + 1);
}
