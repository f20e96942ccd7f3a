import { describe, expect, it } from 'vitest';
import { english as en, french as fr } from '~/i18n/whole-catalogues';
import { emptyContact } from '~/contract/contact';
import { emptyLineValues } from '~/contract/order-line';
import { lineFieldValues } from '~/domain/fields/field-paths';
import { fieldLabel } from '~/i18n/field-label';
import { issueText } from './line-labels';

const SITE = 'related_contact_information.0';

describe('the label of a field', () => {
  it.each([
    ['enni', 'ENNI', 'Porte ENNI'],
    ['end_customer_name', 'End customer', 'Client final'],
    [`${SITE}.end_customer_name`, 'Company on site', 'Société sur site'],
    [`${SITE}.siret`, 'SIRET', 'SIRET'],
    [`${SITE}.contact1_firstname`, 'First name (On-site contact)', 'Prénom (Contact sur site)'],
    [`${SITE}.contact2_phone_number`, 'Phone (Second contact)', 'Téléphone (Second contact)'],
    ['related_contact_information.1.city', 'City (Site 2)', 'Commune (Site 2)'],
    [
      'related_contact_information.2.contact1_lastname',
      'Last name (Site 3, On-site contact)',
      'Nom (Site 3, Contact sur site)',
    ],
    ['unheard_of', 'unheard_of', 'unheard_of'],
  ])('%s is %s, %s', (key, english, french) => {
    expect([fieldLabel(key, en), fieldLabel(key, fr)]).toEqual([english, french]);
  });

  it.each([
    ['English', en],
    ['French', fr],
  ])('in %s is unique within a line', (_, messages) => {
    const values = { ...emptyLineValues(), related_contact_information: [emptyContact()] };
    const labels = [...lineFieldValues(values).keys()].map((key) => fieldLabel(key, messages));
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });
});

describe('what is the matter with a field', () => {
  it('is said plainly when it is wrong', () => {
    const wrong = { key: 'vlan_reference', code: 'vlan', severity: 'error' } as const;
    expect(issueText(wrong, en)).toBe('A whole number from 1 to 4094');
  });

  it('is said to be checked when it is doubtful', () => {
    const doubtful = { key: `${SITE}.siret`, code: 'siret-zeros', severity: 'warning' } as const;
    expect(issueText(doubtful, en)).toMatch(/^To check: .*zeros/);
    expect(issueText(doubtful, fr)).toMatch(/^À vérifier\s: .*zéros/);
  });

  it.each([
    ['product_offering_id', 'Needed to save'],
    ['product_offering_qualification_item_id', 'Needed to save'],
    ['enni', 'Needed to confirm'],
    [`${SITE}.city`, 'Needed to confirm'],
  ])('when %s is missing is that it is: %s', (key, text) => {
    expect(issueText({ key, code: 'required', severity: 'error' }, en)).toBe(text);
  });
});
