import { CONTACT_FIELDS } from '~/contract/contact';
import type { OrderLine } from '~/contract/order-line';
import { fingerprintOf } from '~/domain/fields/fingerprint';
import { lineFieldValues } from '~/domain/fields/field-paths';

/**
 * A short text that is equal for two readings of a line's detail when it holds the same values: SHA-256 over its id and
 * what a person can write on it, as the contract reads it. Spelling and type of a value make no difference, and a field
 * that is absent counts as empty. A contact goes back whole, so its unknown keys count too.
 */
export async function lineFingerprint(line: OrderLine): Promise<string> {
  const unknown = line.related_contact_information.map(({ wire }) =>
    Object.entries(wire).filter(([name]) => !KNOWN.has(name)),
  );
  const isAll = unknown.every((entries) => entries.length === 0);
  return fingerprintOf([line.id, ...lineFieldValues(line), ...(isAll ? [] : [unknown])]);
}

const KNOWN: ReadonlySet<string> = new Set(CONTACT_FIELDS);
