import { CREATION_ONLY_FIELDS, type LineField, type LineValues, type OrderLine } from '~/contract/order-line';
import { isDia } from './offer-rules';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { isFromQuote, isQuoteLocked } from './quote-lock';

/**
 * Why a field cannot be typed in:
 * - not-draft: the line is no longer a draft, or its cart is being confirmed; it is not edited
 * - quote: the line originates from a quotation
 * - creation-only: the field is in the creation table and not in the update table
 * - dia: the API computes the ENNI of a DIA line
 */
export type LockReason = 'not-draft' | 'quote' | 'creation-only' | 'dia';

/**
 * The reason why `field` is locked, or null. `saved` is the line as the API has it (null for a new one), `values` what
 * the form shows: a lock by quote or creation counts once saved, the DIA rule from the moment the family is typed.
 */
export function fieldLock(
  saved: OrderLine | null,
  field: LineField,
  values: Pick<LineValues, 'offer_family'>,
): LockReason | null {
  if (saved) {
    if (!isDraft(saved)) return 'not-draft';
    if (isQuoteLocked(saved, field)) return 'quote';
    if (CREATION_ONLY_FIELDS.some((only) => only === field)) return 'creation-only';
  }
  return field === 'enni' && isDia(values) ? 'dia' : null;
}

/**
 * The lock of a new line that copies one of a quote and keeps its quote (`copied`): the five fields are the quote's from
 * the start, as long as the quote stays. Null for any other new line.
 */
export function copiedFieldLock(
  copied: LineValues,
  field: LineField,
  values: Pick<LineValues, 'quote_item_id'>,
): LockReason | null {
  const keepsQuote = isFromQuote(copied) && values.quote_item_id === copied.quote_item_id;
  return keepsQuote && isQuoteLocked(copied, field) ? 'quote' : null;
}
