import { describe, expect, it } from 'vitest';
import { IMPORT_FIELDS } from '~/domain/import/field-kind';
import { matchColumns } from '~/domain/import/match-columns';
import { aSheet } from '~/domain/import/testing/a-sheet';
import { fieldLabel } from '~/i18n/field-label';
import { english, french } from '~/i18n/whole-catalogues';
import { fieldHeading, fieldHeadings, loadFieldHeadings } from './field-headings';

const NONE = new Map<string, string | null>();
const matched = (headers: readonly string[]) =>
  matchColumns(aSheet([headers]), 0, fieldHeadings([french, english]), NONE).map(({ field }) => field);

describe('every field', () => {
  it.each([
    ['French', french],
    ['English', english],
  ])('is known by its heading and label in %s', (_, messages) => {
    expect(matched(IMPORT_FIELDS.map((field) => fieldHeading(field, messages)))).toEqual(IMPORT_FIELDS);
    expect(matched(IMPORT_FIELDS.map((field) => fieldLabel(field, messages)))).toEqual(IMPORT_FIELDS);
  });

  it("is known by the API's name", () => {
    expect(matched(IMPORT_FIELDS)).toEqual(IMPORT_FIELDS);
  });
});

it('headings name the contact', () => {
  const field = 'related_contact_information.0.contact1_firstname';
  expect(fieldHeading(field, french)).toBe('Contact sur site : Prénom');
  expect(matched(['Prénom', 'Nom', 'Prénom', 'Second contact - Nom'])).toEqual([
    field,
    'related_contact_information.0.contact1_lastname',
    'related_contact_information.0.contact2_firstname',
    'related_contact_information.0.contact2_lastname',
  ]);
});

it('loads the headings of both languages', async () => {
  expect(await loadFieldHeadings()).toEqual(fieldHeadings([french, english]));
});
