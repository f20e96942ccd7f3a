import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from './formula-guard';

const SIGNS = '=+-@\t\r\n;,"\' 01e9a_x＝\u00A0\u200B\uFEFF\0é'.split('');

/** Texts in which what matters is frequent. */
const hostileText = fc
  .array(fc.constantFrom(...SIGNS, '\r\n', '😀', '123456789012'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

describe('a guarded cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+33199001234', "'+33199001234"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1+1', "\t'=1+1"],
    ['  =1+1', "'  =1+1"],
    ['"=1+1', `'"=1+1`],
    ['\uFEFF=1+1', "'\uFEFF=1+1"],
    ['\0=1+1', "'\0=1+1"],
    ['＝1+1', "'＝1+1"],
    ['first\n=1+1', "first\n'=1+1"],
    ['first\r=1+1', "first\r'=1+1"],
    ['first\r\n=1+1', "first\r\n'=1+1"],
    ['first\rsecond;=1+1', "first\rsecond;'=1+1"],
    ['Dupont,=1+1', "Dupont,'=1+1"],
    ["'=1+1", "''=1+1"],
    ['00123', "'00123"],
    ['35600000000048', "'35600000000048"],
    ['12E5', "'12E5"],
    ['10-12', "'10-12"],
    ['1.5', "'1.5"],
    ['true', "'true"],
    ['MAR-12', "'MAR-12"],
    ['mars 2026', "'mars 2026"],
    ['SEPT2', "'SEPT2"],
    ['12 août', "'12 août"],
    ['3-déc-26', "'3-déc-26"],
    ['1,234', "'1,234"],
    ['1 234,50', "'1 234,50"],
    ["1'234", "'1'234"],
    ['1,5E3', "'1,5E3"],
    ['12 %', "'12 %"],
    ['12 €', "'12 €"],
    ['$12', "'$12"],
    ['(12)', "'(12)"],
    ['12-', "'12-"],
    ['10 PM', "'10 PM"],
    [' 0012 ', "' 0012 "],
    ['#N/A', "'#N/A"],
    ['.5', "'.5"],
  ])('of %j is %j', (cell, guarded) => {
    expect(guardCell(cell)).toBe(guarded);
  });

  it.each([
    '',
    'Menuiserie Kerbrat',
    'a=b',
    "l'atelier",
    "'quoted'",
    '2173',
    '0',
    '2026-11-23',
    'PO_DC173-1',
    'Martin 12',
    'Marseille',
    'mai',
    '12 rue de Mars',
    'Novotel 12',
    'No # 12',
    '😀',
  ])('of %j is itself', (cell) => {
    expect(guardCell(cell)).toBe(cell);
  });

  it('gives its text back to the letter', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary' })), (cell) => {
        expect(unguardCell(guardCell(cell))).toBe(cell);
      }),
      { numRuns: 1_000 },
    );
  });

  it('begins with no formula sign at any split', () => {
    fc.assert(
      fc.property(hostileText, (cell) => {
        for (const part of guardCell(cell).split(/[\r\n;,\t]/)) {
          expect(part.replace(/^["\s\p{Cc}\p{Cf}]+/u, '')).not.toMatch(/^[=+\-@＝＋－＠]/);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('guards a formula in a later row of a number', () => {
    expect(guardCell('0\r\n-0')).toBe("'0\r\n'-0");
    expect(unguardCell("'0\r\n'-0")).toBe('0\r\n-0');
  });

  it('keeps its digits in a spreadsheet when a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,20}$/), (digits) => {
        const guarded = guardCell(digits);
        expect(guarded === `'${digits}` || String(Number(guarded)) === digits).toBe(true);
      }),
    );
  });
});
