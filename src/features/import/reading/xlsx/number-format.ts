/** How a workbook shows numbers: as days, in a mask of digits such as a postcode's, or plainly. */
export type NumberFormat =
  | { readonly kind: 'date' | 'plain' }
  /** `0` stands for a digit or a zero, `#` for a digit if there is one. */
  | { readonly kind: 'mask'; readonly mask: readonly string[] };

export const PLAIN: NumberFormat = { kind: 'plain' };
const DATE: NumberFormat = { kind: 'date' };

/** The built-in formats of days and times (ECMA-376, 18.8.30; 27 to 36 and 50 to 58 are those of Asian languages). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** The format of an id, with its code for an id of the workbook's own. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return isBuiltInDate(id) ? DATE : PLAIN;
  const [positive = ''] = code.split(';');
  const bare = positive.replaceAll(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
  const signs = bare.replaceAll(/"[^"]*"|\\.|_.|\*./g, '');
  if (/[dmyhs]/i.test(signs) && !/[0#?]/.test(signs.replaceAll(/[.,]0+/g, ''))) return DATE;
  return /^[0#\s\-/]*0[0#\s\-/]*$/.test(signs) && /[0#].*[0#]/.test(signs)
    ? { kind: 'mask', mask: tokensOf(bare) }
    : PLAIN;
}

/** The digits and literal texts of a code. */
function tokensOf(code: string): string[] {
  return [...code.matchAll(/"([^"]*)"|\\(.)|_.|\*.|(.)/g)].flatMap(([, quoted, escaped, sign]) => {
    const token = quoted ?? escaped ?? sign;
    return token === undefined ? [] : [quoted === undefined && escaped === undefined ? token : `'${token}`];
  });
}

/** A stored number as the sheet shows it, with all its digits: 1.2E+3 is 1200. */
export function shownNumber(stored: string, format: NumberFormat): string {
  const plain = plainNumber(stored);
  return format.kind === 'mask' && /^\d+$/.test(plain) ? masked(plain, format.mask) : plain;
}

function masked(digits: string, mask: readonly string[]): string {
  const isDigit = (token: string) => token === '0' || token === '#';
  let left = digits;
  const first = mask.findIndex(isDigit);
  const shown = mask.toReversed().map((token, index) => {
    if (!isDigit(token)) return token.replace(/^'/, '');
    const isFirst = mask.length - 1 - index === first;
    const digit = isFirst ? left : left.slice(-1);
    left = isFirst ? '' : left.slice(0, -1);
    return digit === '' && token === '0' ? '0' : digit;
  });
  return shown.toReversed().join('').trim();
}

/** A double in decimal digits; text that is no number stays. */
function plainNumber(stored: string): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  // Digits beyond what a double holds are noise of its binary form: 49.474407700000001.
  const shortest = String(value);
  if (!/e/i.test(shortest)) return shortest;
  return value >= 1e21 ? BigInt(value).toString() : shortest;
}

const DAY_MS = 86_400_000;
const HALF_SECOND = 0.5 / 86_400;

/**
 * The ISO day of a serial number, with its time unless it is midnight. Day 60 of the calendar of 1900 is the 29th of
 * February, which that year had not. Null for a time without a day, and for no day at all.
 */
export function serialDate(serial: number, is1904: boolean): string | null {
  const days = is1904 ? serial + 1462 : serial;
  if (!(days >= 1) || days >= 2_958_466) return null;
  const at = new Date(
    Date.UTC(1899, 11, days < 60 ? 31 : 30) + Math.round((days + HALF_SECOND / 1000) * 86_400) * 1000,
  );
  const iso = at.toISOString();
  return at.getTime() % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}
