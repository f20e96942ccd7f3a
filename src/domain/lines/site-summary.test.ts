import { expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { CONTACT } from '~/contract/samples/lines';
import { siteSummary } from './site-summary';

const lineOf = (...sites: object[]) => readOrderLine({ id: 'L', related_contact_information: sites });

it('a site is told in company, address and contact', () => {
  expect(siteSummary(lineOf(CONTACT))).toEqual([
    'Covage corp',
    '4 B Rue Andrei Sakharov, 76130 Mont-Saint-Aignan',
    'John Doe, 01 23 45 67 89, John.Doe@unknown.com',
  ]);
});

it('what is empty leaves no trace', () => {
  expect(siteSummary(lineOf({ city: 'Rouen' }))).toEqual(['Rouen']);
  expect(siteSummary(lineOf({}))).toEqual([]);
  expect(siteSummary(lineOf())).toEqual([]);
});
