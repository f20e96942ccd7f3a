import { CONTACT_FIELDS } from '~/contract/contact';
import type { EditorMessages } from './messages';

/**
 * The label of a field of a line or a cart, by its field path. Where two are alike it names the contact, and the site after
 * the first.
 */
export function fieldLabel(path: string, { lineFields, contactFields, linePage }: EditorMessages): string {
  const [first = '', site, name] = path.split('.');
  const contactField = CONTACT_FIELDS.find((field) => field === name);
  if (contactField) {
    const of = [
      Number(site) > 0 && linePage.siteNumber(Number(site) + 1),
      contactField.startsWith('contact1_') && linePage.contact1,
      contactField.startsWith('contact2_') && linePage.contact2,
    ].filter((part) => part !== false);
    const label = contactFields[contactField];
    return of.length === 0 ? label : `${label} (${of.join(', ')})`;
  }
  return hasLabel(lineFields, first) ? lineFields[first] : path;
}

function hasLabel<T extends object>(labels: T, name: PropertyKey): name is keyof T {
  return Object.hasOwn(labels, name);
}
