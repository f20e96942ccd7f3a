import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { parseLossless, stringifyLossless } from './lossless-json';
import { flag, numberText, objectWithId, text, textList } from './scalars';

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
    ['', ''],
    ['12 or so', '12 or so'],
    [' ', ' '],
  ])('typed as %j is written as %j', (typed, written) => {
    expect(z.encode(numberText, typed)).toBe(written);
  });

  it.each([
    ['9007199254740993', '9007199254740993'],
    ['12345678901234567,5', '12345678901234567.5'],
    ['-00012345678901234567', '-12345678901234567'],
  ])('typed as %s keeps its digits', (typed, written) => {
    expect(stringifyLossless(z.encode(numberText, typed))).toBe(written);
  });

  it('that came with many digits keeps them', () => {
    expect(numberText.parse(parseLossless('9007199254740993'))).toBe('9007199254740993');
    expect(text.parse(parseLossless('9007199254740993'))).toBe('9007199254740993');
    expect(objectWithId.parse(parseLossless('{"id":9007199254740993}')).id).toBe('9007199254740993');
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
