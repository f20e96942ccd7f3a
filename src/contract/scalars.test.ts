import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { dateText, flag, numberText, text, textList } from './scalars';

describe('a text', () => {
  it.each([null, '', undefined])('that is %j means not filled', (value) => {
    expect(text.parse(value)).toBe('');
  });

  it.each([
    [12, '12'],
    [0, '0'],
    [true, 'true'],
    [{ a: 1 }, '{"a":1}'],
  ])('that came as %j is read', (value, read) => {
    expect(text.parse(value)).toBe(read);
  });

  it('keeps spaces, leading zeros and signs', () => {
    expect(text.parse(' 007 +33 ')).toBe(' 007 +33 ');
  });
});

describe('a number', () => {
  it.each([
    [1257, '1257'],
    ['1257', '1257'],
    [0, '0'],
    [1.091455, '1.091455'],
    [-21.1, '-21.1'],
    [null, ''],
    ['', ''],
    [undefined, ''],
  ])('that came as %j is read as %j', (value, read) => {
    expect(numberText.parse(value)).toBe(read);
  });

  it.each([
    ['1257', 1257],
    ['0', 0],
    ['-21.1', -21.1],
    ['2,35', 2.35],
    ['', null],
    ['12 or so', '12 or so'],
    [' ', ' '],
  ])('typed as %j is written as %j', (typed, written) => {
    expect(z.encode(numberText, typed)).toBe(written);
  });
});

describe('a date', () => {
  it('keeps its offset to the letter', () => {
    expect(dateText.parse('2025-04-10T12:11:57.548+02:00')).toBe('2025-04-10T12:11:57.548+02:00');
  });

  it('is written as null when emptied', () => {
    expect(z.encode(dateText, '')).toBeNull();
    expect(z.encode(dateText, '2025-09-21')).toBe('2025-09-21');
  });
});

describe('a flag', () => {
  it.each([
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
    [null, null],
    ['', null],
    [undefined, null],
    ['perhaps', null],
  ])('that came as %j is %j', (value, read) => {
    expect(flag.parse(value)).toBe(read);
  });
});

describe('a list of identifiers', () => {
  it.each([
    [
      ['2210', 1615],
      ['2210', '1615'],
    ],
    ['7021', ['7021']],
    [7021, ['7021']],
    [[], []],
    [null, []],
    ['', []],
    [undefined, []],
    [['', null, '7021'], ['7021']],
  ])('that came as %j is %j', (value, read) => {
    expect(textList.parse(value)).toEqual(read);
  });
});
