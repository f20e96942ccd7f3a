import { emptyLineValues, type LineField, type LineValues, type OrderLine } from '~/contract/order-line';
import { copyLine } from './line-copy';
import { CPE_FIELDS, isDia } from '~/domain/fields/offer-rules';

/** Whether a duplicate stays with the quote of its original; then the quote's five fields are locked on it too. */
export type QuoteChoice = 'keep' | 'leave';

export interface LineDuplicate {
  /** What the new line begins with. */
  readonly values: LineValues;
  /** Filled on the original and not on the duplicate. */
  readonly notCopied: readonly LineField[];
  /** Not carried by the answer that the original was read from. */
  readonly unknown: readonly LineField[];
}

/**
 * Another line like this one, "same as, except": a copy without the CPE numbers, which are those of one device, and without the
 * ENNI of a DIA line, which the API computes anew.
 */
export function duplicateLine(line: OrderLine, quote: QuoteChoice): LineDuplicate {
  const copy = copyLine(line, quote === 'keep' ? ['quote_item_id'] : []);
  const emptied = [...CPE_FIELDS, ...(isDia(line) ? (['enni'] as const) : [])];
  const empty = emptyLineValues();
  return {
    values: { ...copy.values, ...Object.fromEntries(emptied.map((field) => [field, empty[field]])) },
    notCopied: [...copy.leftOut, ...emptied.filter((field) => line[field] !== '')],
    unknown: copy.unknown,
  };
}
