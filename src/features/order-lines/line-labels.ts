import { CONTACT_FIELDS } from '~/contract/contact';
import { fieldOfLeaf, type LeafKey, type LeafValue } from '~/domain/line-leaves';
import { REQUIRED_TO_CREATE, type LineIssue } from '~/domain/confirmation-readiness';
import type { Messages } from '~/i18n/I18nProvider';

/** What a leaf is called on the screen; which contact it is of, and which further site, is said where two are alike. */
export function leafLabel(key: LeafKey, { lineFields, contactFields, linePage }: Messages): string {
  const [, site, name] = key.split('.');
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
  const field = fieldOfLeaf(key);
  return field ? lineFields[field] : key;
}

/** What is the matter with a field, in words. */
export function issueText({ key, code, severity }: LineIssue, { issues, doubtful }: Messages): string {
  const isNeededToCreate = code === 'required' && REQUIRED_TO_CREATE.some((field) => field === key);
  const text = isNeededToCreate ? issues.requiredToCreate : issues[code];
  return severity === 'warning' ? doubtful(text) : text;
}

/** A value in words; '' for what is not filled. */
export function leafText(value: LeafValue | undefined, { common }: Pick<Messages, 'common'>): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? common.yes : common.no;
  return typeof value === 'string' ? value : value.join(', ');
}

/** A value as it reads in a sentence. */
export function valueText(value: LeafValue | undefined, messages: Messages): string {
  return leafText(value, messages) || messages.linePage.empty;
}
