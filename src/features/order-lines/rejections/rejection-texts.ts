import { shownText } from '~/i18n/shown-text';
import { readPropertyPath } from '~/contract/property-path';
import type { LineValues, OrderLine, TerminationError } from '~/contract/order-line';
import { changedFields, fieldPathOf, type FieldPath } from '~/domain/fields/field-paths';
import type { StoredRejections } from './rejection-store';

/** What the operator said of each field when it rejected the line ("Termination Error Details"). */
export type Rejections = ReadonlyMap<FieldPath, string>;

/** What codes mean, by code. The document names none, so most may be unknown. */
type KnownCodes = Readonly<Record<string, string>>;

/** What a code means in plain words; '' for one that we do not know. */
export function rejectionCodeText(code: string, known: KnownCodes): string {
  return Object.hasOwn(known, code) ? (known[code] ?? '') : '';
}

/** A rejection's code, the rejected value if given, and the code's meaning. */
export function rejectionText(code: string, value: string, known: KnownCodes): string {
  const refused = shownText(value === '' ? code : `${code} (${value})`);
  return [refused, rejectionCodeText(code, known)].filter((part) => part !== '').join(' – ');
}

/** What stands at the fields of a line: what was refused on it, else what was refused on the one it was copied from. */
export function toRejections(
  line: Pick<OrderLine, 'termination_error'> | null,
  stored: StoredRejections,
  known: KnownCodes,
): Rejections {
  const ofLine = new Map<FieldPath, string>();
  for (const error of line?.termination_error ?? []) {
    const key = rejectedField(error);
    const text = rejectionText(error.code, error.value, known);
    if (key) ofLine.set(key, [ofLine.get(key) ?? [], text].flat().join('\n'));
  }
  const before = Object.entries(stored).map(([key, code]) => [key, rejectionText(code, '', known)] as const);
  return new Map([...before, ...ofLine]);
}

/**
 * What stays refused on a copy of a line, as codes by field: what the operator refused on the original or on what that
 * was copied from (`stored`), where the copy has the very same value.
 */
export function rejectionsOfCopy(
  copy: LineValues,
  original: OrderLine,
  stored: StoredRejections,
): StoredRejections {
  const refused = original.termination_error.flatMap((error) => {
    const key = rejectedField(error);
    return key ? [[key, error.code] as const] : [];
  });
  const others = changedFields(original, copy);
  return Object.fromEntries([...Object.entries(stored), ...refused].filter(([key]) => !others.includes(key)));
}

/** The field that a termination error names; null when it names none that we know. */
export function rejectedField(error: Pick<TerminationError, 'property_path'>): FieldPath | null {
  return fieldPathOf(readPropertyPath(error.property_path));
}
