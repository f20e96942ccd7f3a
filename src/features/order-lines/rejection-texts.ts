import { readFieldPath } from '~/contract/field-path';
import type { OrderLine, TerminationError } from '~/contract/order-line';
import { changedLeaves, leafKeyOf, type LeafKey } from '~/domain/line-leaves';
import type { Language } from '~/i18n/language';
import { loadOrderMessages } from '~/i18n/order-messages';
import type { KeptRejections } from './kept-rejections';
import type { Rejections } from './rejections';

/** What codes mean, by code. The document names none, so most may be unknown. */
type KnownCodes = Readonly<Record<string, string>>;

/** What a code means in plain words; '' for one that we do not know. */
export function rejectionWords(code: string, known: KnownCodes): string {
  return Object.hasOwn(known, code) ? (known[code] ?? '') : '';
}

/** A code, the value that was refused where it is told, and what the code means in plain words. */
export function rejectionText(code: string, value: string, known: KnownCodes): string {
  const refused = value === '' ? code : `${code} (${value})`;
  return [refused, rejectionWords(code, known)].filter((part) => part !== '').join(' – ');
}

/** What stands at the fields of a line: what was refused on it, else what was refused on the one it was copied from. */
export function toRejections(
  line: Pick<OrderLine, 'termination_error'> | null,
  kept: KeptRejections,
  known: KnownCodes,
): Rejections {
  const rejections = new Map<LeafKey, string>();
  for (const [key, code] of Object.entries(kept)) rejections.set(key, rejectionText(code, '', known));
  for (const error of line?.termination_error ?? []) {
    const key = rejectedLeaf(error);
    if (key) rejections.set(key, rejectionText(error.code, error.value, known));
  }
  return rejections;
}

/** The same in the words of a language. Rejects when its texts cannot be loaded. */
export async function loadRejections(
  line: OrderLine | null,
  kept: KeptRejections,
  language: Language,
): Promise<Rejections> {
  const { rejections } = await loadOrderMessages(language);
  return toRejections(line, kept, rejections);
}

/**
 * What stays refused on a copy of a line, as codes by field: what the operator refused on the original or on what that
 * was copied from (`kept`), where the copy has the very same value.
 */
export function rejectionsOfCopy(copy: OrderLine, original: OrderLine, kept: KeptRejections): KeptRejections {
  const refused = original.termination_error.flatMap((error) => {
    const key = rejectedLeaf(error);
    return key ? [[key, error.code] as const] : [];
  });
  const others = changedLeaves(original, copy);
  return Object.fromEntries([...Object.entries(kept), ...refused].filter(([key]) => !others.includes(key)));
}

/** The field that a termination error names; null when it names none that we know. */
export function rejectedLeaf(error: Pick<TerminationError, 'property_path'>): LeafKey | null {
  return leafKeyOf(readFieldPath(error.property_path));
}
