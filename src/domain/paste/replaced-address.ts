import type { ContactField } from '~/contract/contact';
import { comparableWords } from '~/domain/fields/same-text';
import type { PastedText } from './pasted-text';

const STREET = ['street_number', 'street_number_extension', 'street_name'] as const satisfies ContactField[];
const PLACE = ['postcode', 'city'] as const satisfies ContactField[];

/**
 * What a pasted address makes untrue of the one that it replaces, and has to be emptied with it: number, extension,
 * building and floor belong to the street, the INSEE code to the commune, coordinates to both. A part that the paste
 * brings itself, or that is empty, is not among them. `present` gives what a field held before the paste.
 */
export function leftoversOf(
  pasted: PastedText['fields'],
  present: (field: ContactField) => string,
): readonly ContactField[] {
  const brought = new Map(pasted);
  const isReplaced = (part: readonly ContactField[]) => {
    const before = inWords(part.map(present));
    const after = inWords(part.map((field) => brought.get(field) ?? ''));
    return before !== '' && after !== '' && before !== after;
  };
  const isOtherPlace = isReplaced(PLACE);
  // The same street name in another commune is another street.
  const isOtherStreet = isReplaced(STREET) || (isOtherPlace && brought.has('street_name'));
  const untrue: readonly ContactField[] = [
    ...(isOtherStreet
      ? (['street_number', 'street_number_extension', 'building_name', 'level_number'] as const)
      : []),
    ...(isOtherPlace ? (['insee_code'] as const) : []),
    ...(isOtherStreet || isOtherPlace ? (['latitude', 'longitude'] as const) : []),
  ];
  return untrue.filter((field) => !brought.has(field) && present(field) !== '');
}

/** An address as it is compared: capitals, accents and punctuation make no other place. */
function inWords(parts: readonly string[]): string {
  return comparableWords(parts.join(' '));
}
