import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LosslessNumber, numberOf, parseLossless, stringifyLossless } from './lossless-json';

const integer = fc
  .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 1n, max: 10n ** 40n }))
  .map(([sign, digits]) => (digits === 0n ? '0' : `${sign}${digits}`));
const decimal = fc
  .tuple(integer, fc.stringMatching(/^\d{1,30}$/))
  .map(([whole, fraction]) => `${whole}.${fraction}`);

describe('a JSON text', () => {
  it('goes back to the letter with integers of any length', () => {
    const scalar = fc.oneof(
      integer,
      fc.string().map((text) => JSON.stringify(text)),
      fc.constantFrom('true', 'false', 'null'),
    );
    const { text } = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof(
        { maxDepth: 4 },
        scalar,
        fc.array(tie('text'), { maxLength: 5 }).map((entries) => `[${entries.join(',')}]`),
        fc
          // A name like an index would change its place.
          .dictionary(
            fc.string().map((name) => `k${name}`),
            tie('text'),
            { maxKeys: 5 },
          )
          .map(
            (entries) =>
              `{${Object.entries(entries)
                .map(([name, value]) => `${JSON.stringify(name)}:${value}`)
                .join(',')}}`,
          ),
      ),
    }));
    fc.assert(
      fc.property(text, (json) => {
        expect(stringifyLossless(parseLossless(json))).toBe(json);
      }),
    );
  });

  it('keeps the value of every number', () => {
    const token = fc.oneof(
      decimal,
      fc.tuple(fc.oneof(integer, decimal), fc.integer({ min: -400, max: 400 })).map(([m, e]) => `${m}e${e}`),
    );
    fc.assert(
      fc.property(token, (json) => {
        const written = stringifyLossless(parseLossless(`[${json}]`)).slice(1, -1);
        expect(written === json || Number(written) === Number(json)).toBe(true);
      }),
    );
  });

  it('reads as JSON.parse reads it, where no digit is lost', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        // The long digits in a string lead past the quick way.
        const long = `[${json},"[1234567890123456789"]`;
        expect(JSON.stringify(parseLossless(long))).toBe(JSON.stringify(JSON.parse(long)));
      }),
    );
  });

  it.each(['', '{', '[1,]', '{1234567890123456789:1}', '01234567890123456789', '12345678901234567890 x'])(
    'that is none throws: %s',
    (text) => {
      expect(() => parseLossless(text)).toThrow(SyntaxError);
    },
  );

  it('keeps a name like __proto__ as a plain name', () => {
    const read = parseLossless('{"__proto__":{"a":12345678901234567890}}');
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(stringifyLossless(read)).toBe('{"__proto__":{"a":12345678901234567890}}');
  });
});

describe('a value', () => {
  it('is written as JSON.stringify writes it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(stringifyLossless(value)).toBe(JSON.stringify(value));
      }),
    );
    const odd = { left: undefined, out: () => 1, day: new Date(0), list: [undefined], not: Number.NaN };
    expect(stringifyLossless(odd)).toBe(JSON.stringify(odd));
  });
});

describe('a number', () => {
  it.each(['9007199254740993', '-9007199254740993', '0.12345678901234567', '1e400', '1e-400'])(
    'that would change keeps its digits: %s',
    (token) => {
      expect(numberOf(token)).toEqual(new LosslessNumber(token));
    },
  );

  it.each(['0', '-0', '0.0', '9007199254740991', '9007199254740992', '48.8566', '1e5', '123456789012345'])(
    'that would not is a number: %s',
    (token) => {
      expect(numberOf(token)).toBe(Number(token));
    },
  );

  it('reads as its digits', () => {
    expect(String(numberOf('12345678901234567890'))).toBe('12345678901234567890');
    expect(JSON.stringify([numberOf('12345678901234567890')])).toBe('["12345678901234567890"]');
  });
});
