import * as z from 'zod/mini';
import { dayOf, isNoDate } from './moments';
import { LosslessNumber, numberOf, stringifyLossless } from './lossless-json';

/*
 * The scalar values of every payload. The API mixes types: `vlan_reference` is a number in the tables, "1257" in
 * request examples and 1257 in answers. It spells "not filled" as null, "" or a missing key. Behind these codecs a
 * value is text, and '' means not filled.
 */

function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof LosslessNumber ? value.source : stringifyLossless(value);
}

function toMoment(value: unknown): string {
  const said = toText(value);
  return isNoDate(said) ? '' : said;
}

const NUMERIC = /^-?\d+([.,]\d+)?$/;

/** The number that a text stands for, also with a decimal comma as in French; NaN for none. */
export function toNumber(value: string): number {
  return value.trim() === '' ? Number.NaN : Number(value.replace(',', '.'));
}

function toWireNumber(value: string): unknown {
  if (!NUMERIC.test(value)) return value;
  // JSON knows no leading zeros.
  return numberOf(value.replace(',', '.').replace(/^(-?)0+(?=\d)/, '$1'));
}

/** Text both ways; an emptied value is written as "". */
export const text = z._default(
  z.codec(z.unknown(), z.string(), { decode: toText, encode: (value): unknown => value }),
  '',
);

/** A date or date-time as it came; '' where the server writes the zero of its calendar for none. */
export const moment = z._default(
  z.codec(z.unknown(), z.string(), { decode: toMoment, encode: (value): unknown => value }),
  '',
);

/** A day; a date-time that stands for one is written as that day. */
export const day = z._default(
  z.codec(z.unknown(), z.string(), { decode: toMoment, encode: (value): unknown => dayOf(value) }),
  '',
);

/** A number in the API, text here. It is written as a number when it is one, else as typed; "" when emptied. */
export const numberText = z._default(
  z.codec(z.unknown(), z.string(), {
    decode: toText,
    encode: toWireNumber,
  }),
  '',
);

/** Yes, no, or not said. */
export const flag = z._default(
  z.codec(z.unknown(), z.nullable(z.boolean()), {
    decode: (value) => {
      if (value === true || value === 'true') return true;
      if (value === false || value === 'false') return false;
      return null;
    },
    encode: (value): unknown => value,
  }),
  null,
);

/** A list of identifiers; numbers among them become text, a lone value a list of one. */
export const textList = z._default(
  z.codec(z.unknown(), z.array(z.string()), {
    decode: (value) => {
      const entries: unknown[] = Array.isArray(value) ? value : [value];
      return entries.map(toText).filter((entry) => entry !== '');
    },
    encode: (value): unknown => value,
  }),
  [],
);

const id = z._default(
  z.codec(z.unknown(), z.string(), {
    decode: (value) =>
      typeof value === 'string' || typeof value === 'number' || value instanceof LosslessNumber
        ? String(value)
        : '',
    encode: (value): unknown => value,
  }),
  '',
);

/** An object with a usable id: no operation works without one. */
export const objectWithId = z.looseObject({ id: id.check(z.refine((value) => value !== '')) });

export type WireObject = Readonly<Record<string, unknown>>;

export function isWireObject(value: unknown): value is WireObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber)
  );
}

/** The entries of a list that are objects; anything else in it cannot be shown as a row of fields. */
export function wireObjects(value: unknown): WireObject[] {
  return Array.isArray(value) ? value.filter(isWireObject) : [];
}

export function isUnknownArray(value: unknown): value is unknown[] {
  return Array.isArray(value);
}
