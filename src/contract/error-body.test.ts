import { describe, expect, it } from 'vitest';
import { readErrorBody } from './error-body';

const CONTACTS = 'related_contact_information';
const field = (path: (string | number)[], message: string) => ({ fields: [{ path, message }], messages: [] });
const words = (...messages: string[]) => ({ fields: [], messages });
const HTML = '<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>';

describe('the body of an error', () => {
  it.each([
    ['{"detail": "…"}', { detail: 'Not found.' }, words('Not found.')],
    ['{"message": "…"}', { message: 'Too many' }, words('Too many')],
    ['{"error": "…"}', { error: 'Bad Request' }, words('Bad Request')],
    ['plain words', 'Service down', words('Service down')],
    ['a list of words', ['One', 'Two', 'One'], words('One', 'Two')],
    ['{"non_field_errors": ["…"]}', { non_field_errors: ['Cart is closed'] }, words('Cart is closed')],
    ['{"detail": ["…"]}', { detail: ['Not now'] }, words('Not now')],
  ])('says of the whole: %s', (_, body, read) => {
    expect(readErrorBody(body)).toEqual(read);
  });

  it.each([
    [
      '{"detail": [{"loc", "msg"}]}',
      { detail: [{ loc: ['body', 'enni'], msg: 'Missing' }] },
      field(['enni'], 'Missing'),
    ],
    [
      '{"detail": [{"loc", "msg"}]} in the contact',
      { detail: [{ type: 'missing', loc: ['body', CONTACTS, 0, 'siret'], msg: 'Missing', input: null }] },
      field([CONTACTS, 0, 'siret'], 'Missing'),
    ],
    ['{"field": ["…"]}', { enni: ['Missing'] }, field(['enni'], 'Missing')],
    ['{"field": "…"}', { enni: 'Missing' }, field(['enni'], 'Missing')],
    [
      '{"field": ["…"]} in the contact',
      { [CONTACTS]: [{ siret: ['Bad'] }] },
      field([CONTACTS, 0, 'siret'], 'Bad'),
    ],
    [
      '{"field": ["…"]} in the second contact',
      { [CONTACTS]: [{}, { city: ['Bad'] }] },
      field([CONTACTS, 1, 'city'], 'Bad'),
    ],
    [
      '{"field": {"field": ["…"]}} without an entry',
      { [CONTACTS]: { siret: ['Bad'] } },
      field([CONTACTS, 0, 'siret'], 'Bad'),
    ],
    ['{"a[0].b": ["…"]}', { [`${CONTACTS}[0].siret`]: ['Bad'] }, field([CONTACTS, 0, 'siret'], 'Bad')],
    ['{"a/0/b": ["…"]}', { [`${CONTACTS}/0/siret`]: ['Bad'] }, field([CONTACTS, 0, 'siret'], 'Bad')],
    [
      'a line of the cart',
      { product_order_item: [{}, { cpe_network_number: ['Required'] }] },
      field(['product_order_item', 1, 'cpe_networking_number'], 'Required'),
    ],
    ['the other spelling', { enni2: ['Unknown'] }, field(['enni_2'], 'Unknown')],
    [
      'problem+json with errors and pointers',
      {
        type: 'about:blank',
        title: 'Invalid',
        status: 422,
        errors: [{ detail: 'Bad', pointer: `#/${CONTACTS}/0/siret` }],
      },
      { fields: [{ path: [CONTACTS, 0, 'siret'], message: 'Bad' }], messages: ['Invalid'] },
    ],
    [
      'problem+json with invalid-params',
      { title: 'Invalid', status: 400, 'invalid-params': [{ name: 'enni', reason: 'Unknown' }] },
      { fields: [{ path: ['enni'], message: 'Unknown' }], messages: ['Invalid'] },
    ],
    ['fields under errors', { errors: { enni: ['Missing'] } }, field(['enni'], 'Missing')],
    ['fields under detail', { detail: { enni: ['Missing'] } }, field(['enni'], 'Missing')],
  ])('finds the field in %s', (_, body, read) => {
    expect(readErrorBody(body)).toEqual(read);
  });

  it('keeps messages of fields beside those of the request', () => {
    expect(readErrorBody({ detail: 'Refused', enni: ['Short', 'Unknown'], note: ['Long'] })).toEqual({
      fields: [
        { path: ['enni'], message: 'Short' },
        { path: ['enni'], message: 'Unknown' },
        { path: ['note'], message: 'Long' },
      ],
      messages: ['Refused'],
    });
  });

  it('shows the detail of a problem, not its title', () => {
    expect(
      readErrorBody({
        type: 'https://api.example/closed',
        title: 'Closed',
        status: 409,
        detail: 'In progress',
        instance: '/1',
      }),
    ).toEqual(words('In progress'));
    expect(readErrorBody({ type: 'about:blank', title: 'Closed', status: 409 })).toEqual(words('Closed'));
  });

  it('says of the whole what points nowhere', () => {
    expect(readErrorBody({ detail: [{ loc: ['body'], msg: 'Not JSON' }] })).toEqual(words('Not JSON'));
  });

  it.each([
    [HTML],
    [`\n  ${HTML}`],
    ['<h1>502</h1>'],
    ['Bad Gateway <HTML lang="en">'],
    [{ detail: HTML }],
    [[HTML]],
    [{ message: HTML }],
  ])('never shows HTML: %j', (body) => {
    expect(readErrorBody(body)).toEqual(words());
  });

  it('shows words with a "<" in them', () => {
    expect(readErrorBody({ detail: 'VLAN must be < 4095' })).toEqual(words('VLAN must be < 4095'));
  });

  it.each([
    [null],
    [undefined],
    [''],
    [' '],
    [12],
    [true],
    [{}],
    [[]],
    [[null, {}]],
    [{ detail: '' }],
    [{ enni: null }],
  ])('says nothing when there is nothing: %j', (body) => {
    expect(readErrorBody(body)).toEqual(words());
  });
});
