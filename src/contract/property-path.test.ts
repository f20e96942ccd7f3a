import { describe, expect, it } from 'vitest';
import { propertyPathKey, readPropertyPath, toLinePath } from './property-path';

const SIRET = ['related_contact_information', 0, 'siret'];

describe('a path to a field', () => {
  it.each([
    ['related_contact_information[0].siret'],
    ['related_contact_information["0"].siret'],
    ["related_contact_information[0]['siret']"],
    ['related_contact_information/0/siret'],
    ['/related_contact_information/0/siret'],
    ['#/related_contact_information/0/siret'],
    ['related_contact_information.0.siret'],
    ['$.related_contact_information[0].siret'],
    ['body.related_contact_information.0.siret'],
    [['body', 'related_contact_information', 0, 'siret']],
    [['related_contact_information', '0', 'siret']],
  ])('is read from %j', (raw) => {
    expect(readPropertyPath(raw)).toEqual(SIRET);
  });

  it('points into the first contact when it names no entry', () => {
    expect(readPropertyPath('related_contact_information.siret')).toEqual(SIRET);
    expect(readPropertyPath('related_contact_information')).toEqual(['related_contact_information']);
    expect(readPropertyPath('related_contact_information[1].siret')).toEqual([
      'related_contact_information',
      1,
      'siret',
    ]);
  });

  it.each([
    ['enni2', ['enni_2']],
    ['enni_2', ['enni_2']],
    ['cpe_network_number', ['cpe_networking_number']],
    ['product_order_item[1].cpe_network_number', ['product_order_item', 1, 'cpe_networking_number']],
    [['body', 'enni2'], ['enni_2']],
  ])('in either spelling is ours: %j', (raw, path) => {
    expect(readPropertyPath(raw)).toEqual(path);
  });

  it.each(['', '/', '$', null, undefined, 12, {}, [], ['body'], [null, {}]])('is empty for %j', (raw) => {
    expect(readPropertyPath(raw)).toEqual([]);
  });

  it.each([
    [['body', 'payload', 'enni'], ['enni']],
    [['body', 'payload', ...SIRET], SIRET],
    ['payload.siret', ['siret']],
    [
      ['body', 'payload', 'product_order_item', 1, 'enni'],
      ['product_order_item', 1, 'enni'],
    ],
    [
      ['body', 'lines', 1, 'enni'],
      ['product_order_item', 1, 'enni'],
    ],
    [
      ['body', 'payload', 'contacts', 1, 'siret'],
      ['related_contact_information', 1, 'siret'],
    ],
    [
      ['query', 'limit'],
      ['query', 'limit'],
    ],
  ])('passes over words before the first known name: %j', (raw, path) => {
    expect(readPropertyPath(raw)).toEqual(path);
  });

  it("is one text in the form's notation", () => {
    expect(propertyPathKey(SIRET)).toBe('related_contact_information.0.siret');
    expect(propertyPathKey(['enni'])).toBe('enni');
  });
});

describe('a path that starts at the cart', () => {
  it.each([
    [['product_order_item', 1, 'enni'], 1, ['enni']],
    [['product_order_item', 0, ...SIRET], 0, SIRET],
    [['product_order', 'product_order_item', 2, 'enni'], 2, ['enni']],
    [['product_order_item', 'enni'], null, ['enni']],
    [['product_order_item', 1], 1, []],
    [['enni'], null, ['enni']],
    [SIRET, null, SIRET],
    [['product_order_item'], null, ['product_order_item']],
    [[], null, []],
  ])('%j is split into line and field', (path, lineIndex, inside) => {
    expect(toLinePath(path)).toEqual({ lineIndex, path: inside });
  });
});
