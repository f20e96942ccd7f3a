import { CREATION_ONLY_FIELDS, type LineField, type LineValues, type OrderLine } from '~/contract/order-line';
import { isDia } from './offer-rules';
import { isDraft } from './order-line-lifecycle';
import { isQuoteLocked } from './quote-lock';

/**
 * Why a field cannot be typed in:
 * - not-draft: the line is no longer a draft; it is followed, not edited
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
