import { readableLines, type Cart } from '~/contract/cart';
import { fingerprintOf } from '~/domain/fields/fingerprint';
import { lineFieldValues } from '~/domain/fields/field-paths';

/**
 * A short text that is equal for two readings of a cart when their lines are the same and hold the same values: SHA-256
 * over the sorted ids of the lines and what a person can write on them, as the contract reads it. Two spellings or types
 * of one value make no difference.
 */
export async function cartFingerprint(cart: Cart): Promise<string> {
  const lines = readableLines(cart)
    .map((line) => [line.id, ...lineFieldValues(line)])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  const unreadable = cart.lines.flatMap((row) => (row.ok ? [] : [row.id]));
  return fingerprintOf([lines, unreadable]);
}

/** The same for the two references that a person can write on a cart, "Update an order session". */
export async function cartReferencesFingerprint({ id, external_id, project_id }: Cart): Promise<string> {
  return fingerprintOf([id, external_id, project_id]);
}
