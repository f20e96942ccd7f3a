import { describe, expect, it } from 'vitest';
import { readableRows, readListPage } from '~/contract/list-envelope';
import { listRequestQuery } from '~/contract/list-query';
import { operationPath, operations, type OperationIds, type OperationName } from '~/contract/operations';
import { stringifyLossless } from '~/contract/lossless-json';
import { readOrderLine, readOrderLineSummary, writeLineValues } from '~/contract/order-line';
import type { WireObject } from '~/contract/scalars';
import { createForward } from '~/gateway/orders/proxy';
import { createMockApi } from '~/mock-api/create-mock-api';
import { drawDialect } from '~/mock-api/drawn-dialect';
import { aCart, aLine } from '~/mock-api/store/given';
import { createProfileMemory } from './profile-memory';
import { withServerProfile } from './server-profile-forward';

const ORIGIN = 'http://api.test';
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

/** A drawn server behind its gateway; each call gives its answer and how many requests it took. */
function drawnServer(seed: number) {
  const api = createMockApi({ dialect: drawDialect(seed) });
  const memory = createProfileMemory(ORIGIN, () => 1);
  const forward = withServerProfile(
    createForward(ORIGIN, (request) => api.fetch(request)),
    memory,
  );
  const call = async (
    operation: OperationName,
    ids: OperationIds,
    query = '',
    body: WireObject | null = null,
  ) => {
    api.ledger.clear();
    const answer = await forward(
      {
        operation,
        ids,
        owner: '',
        method: operations[operation].method,
        target: operationPath(operation, ids) + (query === '' ? '' : `?${query}`),
        body: body === null ? null : new TextEncoder().encode(stringifyLossless(body)),
      },
      'request',
    );
    const text = await answer.text();
    const parsed: unknown = text === '' ? null : JSON.parse(text);
    return {
      status: answer.status,
      headers: answer.headers,
      body: parsed,
      requests: api.ledger.entries.length,
    };
  };
  return { api, call };
}

const firstPage = listRequestQuery({ filters: {}, page: 1, pageSize: 50 });

describe('a drawn server', () => {
  it('gets two requests for its first list, then one', async () => {
    const counts = { once: 0, twice: 0 };
    for (const seed of SEEDS) {
      const { api, call } = drawnServer(seed);
      api.given(aCart({ lines: Array.from({ length: 30 }, () => aLine()) }));
      for (const operation of ['listLines', 'listCarts'] as const) {
        const first = await call(operation, {}, firstPage);
        const second = await call(operation, {}, firstPage);
        expect([seed, first.status, second.status, second.requests]).toEqual([seed, 200, 200, 1]);
        expect(first.requests).toBeLessThanOrEqual(2);
        counts[first.requests === 1 ? 'once' : 'twice'] += 1;
      }
    }
    expect(counts.once).toBeGreaterThan(0);
    expect(counts.twice).toBeGreaterThan(0);
  });

  it('shows every line on one page', async () => {
    for (const seed of [253049, 260465, 209598, ...SEEDS]) {
      const { api, call } = drawnServer(seed);
      const { lineIds } = api.given(aCart({ lines: Array.from({ length: 60 }, () => aLine()) }));
      const shown: string[] = [];
      for (let page = 1; page <= 4; page += 1) {
        const answer = await call('listLines', {}, listRequestQuery({ filters: {}, page, pageSize: 50 }));
        const { rows } = readListPage(answer.body, answer.headers, readOrderLineSummary);
        const ids = readableRows(rows).map(({ id }) => id);
        shown.push(...ids);
        if (ids.length === 0 || shown.length >= 60) break;
      }
      expect([seed, shown.toSorted()]).toEqual([seed, lineIds.toSorted()]);
    }
  });

  it('takes a new line and changes with one more request', async () => {
    for (const seed of SEEDS) {
      const { api, call } = drawnServer(seed);
      const { cartId } = api.given(aCart());
      const values = {
        product_offering_id: '1',
        product_offering_qualification_item_id: '2',
        vlan_reference: '12',
        enni_2: 'A',
        cpe_networking_number: 'B',
      };
      const created = await call('createLine', { cartId }, '', writeLineValues(values));
      const { id: lineId } = readOrderLine(created.body);
      // A value under a key that is passed over, not refused, is sent again beside the refused form.
      const { reads, unknownKeys } = drawDialect(seed);
      const most = reads === 'own-spelling' && unknownKeys === 'ignored' ? 3 : 2;
      expect([seed, created.status, created.requests <= most]).toEqual([seed, 201, true]);
      expect(api.store.line(lineId).content.values).toMatchObject(values);

      const emptied = { vlan_reference: '', enni_2: '', cpe_networking_number: '' };
      const first = await call('updateLine', { cartId, lineId }, '', writeLineValues(emptied));
      expect([seed, first.status, first.requests <= 2]).toEqual([seed, 200, true]);
      expect(api.store.line(lineId).content.values).toMatchObject(emptied);

      const second = await call('updateLine', { cartId, lineId }, '', writeLineValues(emptied));
      expect([seed, second.status, second.requests]).toEqual([seed, 200, 1]);
    }
  });

  it('takes a changed contact with one more request', async () => {
    for (const seed of SEEDS) {
      const { api, call } = drawnServer(seed);
      const { cartId, lineId } = api.given(aCart({ lines: [aLine()] }));
      for (const [city, most] of [
        ['Rouen', 2],
        ['Caen', 1],
      ] as const) {
        const line = readOrderLine((await call('readLine', { lineId })).body);
        const contacts = line.related_contact_information.map((contact) => ({ ...contact, city }));
        const saved = await call(
          'updateLine',
          { cartId, lineId },
          '',
          writeLineValues({ related_contact_information: contacts }),
        );
        expect([seed, saved.status, saved.requests <= most]).toEqual([seed, 200, true]);
        expect(api.store.line(lineId).content.values.related_contact_information).toMatchObject([{ city }]);
      }
    }
  });
});
