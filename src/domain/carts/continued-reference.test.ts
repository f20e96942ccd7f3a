import { expect, it } from 'vitest';
import { continuedReference, referenceBefore } from './continued-reference';

it.each([
  ['CDE-7', 'CDE-7-R1'],
  ['CDE-7-R1', 'CDE-7-R2'],
  ['CDE-7-R9', 'CDE-7-R10'],
  ['CDE-7-M1', 'CDE-7-M1-R1'],
  [' CDE 7 ', 'CDE 7-R1'],
  ['', ''],
])('ordering the rejected lines of %s again is called %s', (reference, expected) => {
  expect(continuedReference(reference, 'rejected')).toBe(expected);
});

it('ordering the moved lines of CDE-7 again is called CDE-7-M1', () => {
  expect(continuedReference('CDE-7', 'moved')).toBe('CDE-7-M1');
});

it.each([
  ['CDE-7-R1', 'CDE-7'],
  ['CDE-7-R10', 'CDE-7-R9'],
  ['CDE-7-M1-R1', 'CDE-7-M1'],
  ['CDE-7-M2', 'CDE-7-M1'],
  ['CDE-7', null],
  ['CDE-7-R0', null],
  ['', null],
])('%s continues %s', (reference, expected) => {
  expect(referenceBefore(reference)).toBe(expected);
});
