import { CONTACT_FIELDS, emptyContact, pickContactValues, type ContactValues } from '~/contract/contact';
import { withLineBreaksOf } from '~/domain/fields/value-shape';
import { pickLineScalars, SCALAR_FIELDS, type LineScalars, type LineValues } from '~/contract/order-line';

/** A line as its form holds it: the same names, text throughout, and always a first site to type in. */
export interface LineFormValues extends Omit<LineScalars, 'siret_known'> {
  siret_known: '' | 'true' | 'false';
  related_contact_information: ContactValues[];
}

export function toFormValues(line: LineValues): LineFormValues {
  const { siret_known, ...scalars } = pickLineScalars(line);
  const contacts = line.related_contact_information;
  return {
    ...scalars,
    siret_known: siret_known === null ? '' : siret_known ? 'true' : 'false',
    related_contact_information: (contacts.length > 0 ? contacts : [emptyContact()]).map(pickContactValues),
  };
}

/** Converts back to a line. `base` gives each site its origin, so that unknown keys stay. */
export function toLineValues(form: LineFormValues, base: LineValues): LineValues {
  const { siret_known, related_contact_information, ...scalars } = form;
  const contacts = related_contact_information.map((values, index) => {
    const before = base.related_contact_information[index] ?? emptyContact();
    return { ...withLineBreaks(before, values, CONTACT_FIELDS), wire: before.wire };
  });
  return {
    ...withLineBreaks(base, scalars, SCALAR_FIELDS),
    siret_known: siret_known === '' ? null : siret_known === 'true',
    related_contact_information: contacts.filter(
      (contact, index) =>
        index < base.related_contact_information.length ||
        CONTACT_FIELDS.some((field) => contact[field] !== ''),
    ),
  };
}

/** `values` with the line breaks of `before` in its texts. */
function withLineBreaks<T extends object>(before: object, values: T, fields: readonly string[]): T {
  const [old, now]: Record<string, unknown>[] = [{ ...before }, { ...values }];
  const restored = fields.flatMap((field) => {
    const [was, is] = [old?.[field], now?.[field]];
    if (typeof was !== 'string' || typeof is !== 'string') return [];
    const text = withLineBreaksOf(was, is);
    return text === is ? [] : [[field, text] as const];
  });
  return restored.length === 0 ? values : { ...values, ...Object.fromEntries(restored) };
}
