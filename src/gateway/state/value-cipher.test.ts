import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createValueCipher } from './value-cipher';

const [key, former] = [randomBytes(32), randomBytes(32)];

it('a value is readable with its key under its name', () => {
  const cipher = createValueCipher([key]);
  const encrypted = cipher.encrypt('a', 'Jeanne Martin');
  expect(Buffer.from(encrypted, 'base64').includes('Jeanne')).toBe(false);
  expect(cipher.decrypt('a', encrypted)).toBe('Jeanne Martin');
  expect(cipher.decrypt('b', encrypted)).toBeNull();
  expect(
    cipher.decrypt(
      'a',
      encrypted.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
    ),
  ).toBeNull();
  expect(createValueCipher([former]).decrypt('a', encrypted)).toBeNull();
});

it('a value of the former key stays readable', () => {
  const encrypted = createValueCipher([former]).encrypt('a', 'é');
  expect(createValueCipher([key, former]).decrypt('a', encrypted)).toBe('é');
});
