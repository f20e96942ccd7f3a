import { describe, expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import { call, namedFields } from '~/mock-api/testing/call';
import { createMockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';

const SMALLEST = {
  product_offering_id: '2173',
  product_offering_qualification_item_id: 'd5a4a9aa-ba2c-4f53-95c7-0c1ce6f6e7fa',
};

function apiWith(line = aLine()) {
  const api = createMockApi();
  return { api, ...api.given(aCart({ lines: [line] })) };
}

describe('creating a line', () => {
  it('answers a draft in the spelling of the examples', async () => {
    const api = createMockApi();
    const { cartId } = api.given(aCart());
    const body = { ...SMALLEST, vlan_reference: '1257', enni_2: 'AZ000002', cpe_network_number: 'NET-1' };
    const answer = await call(api, 'createLine', { cartId, body });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      ...SMALLEST,
      product_order_id: cartId,
      state: 'created',
      vlan_reference: 1257,
      enni2: 'AZ000002',
      cpe_network_number: 'NET-1',
      order_reference: '',
      state_change: [{ state: 'created' }],
    });
    expect(answer.body).not.toHaveProperty('enni_2');
  });

  it.each(['product_offering_id', 'product_offering_qualification_item_id'])(
    'is refused without %s, missing, null or empty',
    async (field) => {
      const api = createMockApi();
      const { cartId } = api.given(aCart());
      for (const value of [undefined, null, '']) {
        const answer = await call(api, 'createLine', { cartId, body: { ...SMALLEST, [field]: value } });
        expect(answer).toMatchObject({ status: 400, body: { [field]: ['This field is required.'] } });
      }
    },
  );

  it.each([
    [{ vlan_reference: 'abc' }, 'vlan_reference'],
    [{ option_ids: '7021' }, 'option_ids'],
    [{ siret_known: 'perhaps' }, 'siret_known'],
    [{ scheduled_delivery_date: '21/09/2025' }, 'scheduled_delivery_date'],
    [{ note: { text: 'no' } }, 'note'],
    [{ related_contact_information: [{}, { latitude: 'north' }] }, 'related_contact_information.1.latitude'],
    [{ related_contact_information: 'nobody' }, 'related_contact_information'],
  ])('refuses a value of the wrong type at its field: %j', async (wrong, field) => {
    const api = createMockApi();
    const { cartId } = api.given(aCart());
    const answer = await call(api, 'createLine', { cartId, body: { ...SMALLEST, ...wrong } });
    expect(answer.status).toBe(400);
    expect(namedFields(answer.body)).toEqual([field]);
  });

  it('computes the ENNI of a DIA line', async () => {
    const api = createMockApi();
    const { cartId } = api.given(aCart());
    const body = { ...SMALLEST, offer_family: 'DIA', enni: 'AZ001234' };
    const answer = await call(api, 'createLine', { cartId, body });
    expect(readOrderLine(answer.body).enni).toMatch(/^AZ90\d{4}$/);
  });

  it('is refused in a confirmed cart', async () => {
    const { api, cartId } = apiWith(aLine({ state: 'acknowledged' }));
    const answer = await call(api, 'createLine', { cartId, body: SMALLEST });
    expect(answer.status).toBe(409);
  });

  it('is refused in a cart that does not exist', async () => {
    const answer = await call(createMockApi(), 'createLine', {
      cartId: '0b10ba8a-3c31-44ba-a758-d178ec0bb166',
      body: SMALLEST,
    });
    expect(answer.status).toBe(404);
  });
});

describe('updating a line', () => {
  it('changes what was sent and leaves the rest', async () => {
    const { api, cartId, lineId } = apiWith(aLine({ note: 'before', business_code: 'AB1' }));
    const answer = await call(api, 'updateLine', { cartId, lineId, body: { note: 'after' } });
    expect(answer).toMatchObject({ status: 200, body: { note: 'after', business_code: 'AB1' } });
  });

  it('replaces the contact block as a whole', async () => {
    const { api, cartId, lineId } = apiWith();
    const body = { related_contact_information: [{ city: 'Brest' }] };
    const answer = await call(api, 'updateLine', { cartId, lineId, body });
    expect(answer.body).toMatchObject({ related_contact_information: [{ city: 'Brest', siret: '' }] });
  });

  it('keeps what it does not know of a contact', async () => {
    const { api, cartId, lineId } = apiWith();
    const body = { related_contact_information: [{ city: 'Brest', floor_plan: 'B2' }] };
    await call(api, 'updateLine', { cartId, lineId, body });
    const answer = await call(api, 'readLine', { lineId });
    expect(answer.body).toMatchObject({ related_contact_information: [{ floor_plan: 'B2' }] });
  });

  it.each([
    'end_customer_name',
    'product_offering_id',
    'product_offering_qualification_item_id',
    'customer_order_name',
    'business_code',
  ])('is refused when it names %s of a line from a quotation', async (field) => {
    const { api, cartId, lineId } = apiWith(aLine({ quote_item_id: 'quote-1' }));
    const answer = await call(api, 'updateLine', { cartId, lineId, body: { [field]: 'changed' } });
    expect(answer.status).toBe(400);
    expect(namedFields(answer.body)).toEqual([field]);
    const allowed = await call(api, 'updateLine', { cartId, lineId, body: { note: 'fine' } });
    expect(allowed.status).toBe(200);
  });

  it.each(['offer_family', 'offer_technology'])('is refused when it names %s', async (field) => {
    const { api, cartId, lineId } = apiWith();
    const answer = await call(api, 'updateLine', { cartId, lineId, body: { [field]: 'DIA' } });
    expect(answer.status).toBe(400);
    expect(namedFields(answer.body)).toEqual([field]);
  });

  it('keeps the computed ENNI of a DIA line', async () => {
    const { api, cartId, lineId } = apiWith(aLine({ offer_family: 'DIA' }));
    const before = await call(api, 'readLine', { lineId });
    const answer = await call(api, 'updateLine', { cartId, lineId, body: { enni: 'AZ009999' } });
    const computed = readOrderLine(before.body).enni;
    expect(computed).toMatch(/^AZ90/);
    expect(readOrderLine(answer.body).enni).toBe(computed);
  });

  it.each(['in_progress', 'acknowledged', 'held_adv_validation', 'rejected_creation', 'technical_error'])(
    'is refused once the line is %s',
    async (state) => {
      const { api, cartId, lineId } = apiWith(aLine({ state }));
      const answer = await call(api, 'updateLine', { cartId, lineId, body: { note: 'late' } });
      expect(answer.status).toBe(409);
    },
  );

  it('does not find a line through another cart', async () => {
    const { api, lineId } = apiWith();
    const other = api.given(aCart());
    const answer = await call(api, 'updateLine', { cartId: other.cartId, lineId, body: {} });
    expect(answer.status).toBe(404);
  });

  it('cannot empty what every line needs', async () => {
    const { api, cartId, lineId } = apiWith();
    const answer = await call(api, 'updateLine', { cartId, lineId, body: { product_offering_id: null } });
    expect(answer.status).toBe(400);
  });
});

describe('reading a line', () => {
  it('answers fields that the answer to writing it leaves out', async () => {
    const { api, cartId, lineId } = apiWith(
      aLine({ siret_known: true, access_instructions: 'Par la cour', scheduled_delivery_date: '2026-12-01' }),
    );
    const written = await call(api, 'updateLine', { cartId, lineId, body: { note: 'x' } });
    for (const field of [
      'siret_known',
      'additional_vlan_reference',
      'specific_request',
      'access_instructions',
      'scheduled_delivery_date',
    ])
      expect(written.body).not.toHaveProperty(field);
    const read = await call(api, 'readLine', { lineId });
    expect(read.body).toMatchObject({
      siret_known: true,
      access_instructions: 'Par la cour',
      scheduled_delivery_date: '2026-12-01',
      additional_vlan_reference: '',
      specific_request: '',
    });
  });

  it('shows a change by another client', async () => {
    const { api, lineId } = apiWith();
    api.store.changeLine(lineId, { values: { note: 'by a colleague' } });
    const read = await call(api, 'readLine', { lineId });
    expect(read.body).toMatchObject({ note: 'by a colleague' });
  });
});

describe('deleting a line', () => {
  it('answers the cart with its remaining lines', async () => {
    const api = createMockApi();
    const { cartId, lineId, lineIds } = api.given(aCart({ lines: [aLine(), aLine()] }));
    const answer = await call(api, 'deleteLine', { cartId, lineId });
    expect(answer).toMatchObject({
      status: 200,
      body: { id: cartId, product_order_item: [{ id: lineIds[1] }] },
    });
    expect((await call(api, 'readLine', { lineId })).status).toBe(404);
  });

  it('is refused once the line has been ordered', async () => {
    const { api, cartId, lineId } = apiWith(aLine({ state: 'in_progress' }));
    expect((await call(api, 'deleteLine', { cartId, lineId })).status).toBe(409);
  });
});
