import { describe, expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { call, fieldNames, namedFields } from '~/mock-api/testing/call';
import { createMockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine, type GivenLine } from '~/mock-api/store/given';

async function confirmOf(line: GivenLine) {
  const api = createMockApi();
  const { cartId } = api.given(aCart({ lines: [aLine(), line] }));
  return call(api, 'confirmCart', { cartId });
}

describe('a cart', () => {
  it('is created as a draft that was never ordered', async () => {
    const answer = await call(createMockApi({ now: new Date('2025-04-10T10:11:57.548Z') }), 'createCart', {
      body: { external_id: '12345', project_id: null },
    });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        external_id: '12345',
        project_id: '',
        state: 'created',
        order_date: null,
        completion_date: null,
        cancellation_date: null,
      },
    });
  });

  it('is read with nothing but what the document promises', async () => {
    const api = createMockApi();
    const { cartId } = api.given(aCart({ external_id: 'A', lines: [aLine()] }));
    const { body } = await call(api, 'readCart', { cartId });
    expect(fieldNames(body)).toEqual(['external_id', 'project_id', 'id', 'product_order_item']);
  });

  it('changes the reference that was sent and keeps the other', async () => {
    const api = createMockApi();
    const { cartId } = api.given(aCart({ external_id: 'A', project_id: 'P' }));
    const answer = await call(api, 'updateCart', { cartId, body: { external_id: 'B' } });
    expect(answer).toMatchObject({ status: 200, body: { external_id: 'B', project_id: 'P' } });
  });

  it('is deleted with its lines', async () => {
    const api = createMockApi();
    const { cartId, lineId } = api.given(aCart({ lines: [aLine()] }));
    expect((await call(api, 'deleteCart', { cartId })).status).toBe(204);
    expect((await call(api, 'readCart', { cartId })).status).toBe(404);
    expect((await call(api, 'readLine', { lineId })).status).toBe(404);
  });

  it('is not deleted once it has been ordered', async () => {
    const api = createMockApi();
    const { cartId } = api.given(aCart({ lines: [aLine({ state: 'acknowledged' })] }));
    expect((await call(api, 'deleteCart', { cartId })).status).toBe(409);
  });
});

describe('confirming a cart', () => {
  it('puts every line in progress with a reference', async () => {
    const api = createMockApi();
    const { cartId } = api.given(aCart({ lines: [aLine(), aLine()] }));
    const answer = await call(api, 'confirmCart', { cartId });
    const line = { state: 'in_progress', state_change: [{ state: 'created' }, { state: 'in_progress' }] };
    expect(answer).toMatchObject({ status: 200, body: { product_order_item: [line, line] } });
    const read = await call(api, 'readLine', { lineId: api.store.cart(cartId).lines[0]?.id ?? '' });
    expect(readOrderLine(read.body).order_reference).toMatch(/^PO_DC173_\d{8}_\d{6}$/);
  });

  it('is refused without a line', async () => {
    const api = createMockApi();
    const { cartId } = api.given(aCart());
    expect((await call(api, 'confirmCart', { cartId })).status).toBe(400);
  });

  it('is refused a second time', async () => {
    const api = createMockApi();
    const { cartId } = api.given(aCart({ lines: [aLine()] }));
    await call(api, 'confirmCart', { cartId });
    expect((await call(api, 'confirmCart', { cartId })).status).toBe(409);
  });

  it.each([
    'end_customer_name',
    'contact1_email_address',
    'contact1_firstname',
    'contact1_lastname',
    'contact1_phone_number',
    'city',
    'postcode',
    'street_name',
    'street_number',
    'insee_code',
  ] as const)('is refused when a contact has no %s', async (field) => {
    const answer = await confirmOf(aLine({ contact: { [field]: '' } }));
    expect(answer.status).toBe(400);
    expect(namedFields(answer.body)).toEqual([`product_order_item.1.related_contact_information.0.${field}`]);
  });

  it.each<[string, GivenLine, readonly string[]]>([
    ['an ENNI', { enni: '' }, ['enni']],
    [
      'the SIRET that is said to be known',
      { siret_known: true, contact: { siret: '' } },
      ['related_contact_information.0.siret'],
    ],
    [
      "the CPE's numbers with option 7021",
      { option_ids: ['7021'] },
      ['cpe_networking_number', 'cpe_serial_number'],
    ],
    ["an empty CPE's number without option 7021", { cpe_serial_number: 'SR-1' }, ['cpe_serial_number']],
  ])('is refused for want of %s', async (_, changes, fields) => {
    const answer = await confirmOf(aLine(changes));
    expect(answer.status).toBe(400);
    expect(namedFields(answer.body)).toEqual(fields.map((field) => `product_order_item.1.${field}`));
  });

  it('leaves a refused cart a draft', async () => {
    const api = createMockApi();
    const { cartId, lineId } = api.given(aCart({ lines: [aLine({ enni: '' })] }));
    await call(api, 'confirmCart', { cartId });
    expect((await call(api, 'readLine', { lineId })).body).toMatchObject({ state: 'created' });
  });

  it.each<[string, GivenLine]>([
    ['a DIA line, whose ENNI is computed', { offer_family: 'DIA', enni: '' }],
    [
      'a line with option 7021 and both numbers',
      { option_ids: ['7021'], cpe_networking_number: 'NET-1', cpe_serial_number: 'SR-1' },
    ],
  ])('accepts %s', async (_, changes) => {
    expect((await confirmOf(aLine(changes))).status).toBe(200);
  });
});
