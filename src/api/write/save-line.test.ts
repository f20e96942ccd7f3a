import { describe, expect, it, vi } from 'vitest';
import { emptyContact } from '~/contract/contact';
import type { LineValues } from '~/contract/order-line';
import { isWireObject } from '~/contract/scalars';
import { resolveConflicts, type Side } from '~/domain/lines/order-line-changes';
import { createGatewayInProcess } from '~/gateway/in-process';
import { createMockApi, type MockApiOptions } from '~/mock-api/create-mock-api';
import { aCart, aLine, type GivenLine } from '~/mock-api/store/given';
import { fetchLine } from '~/api/read/order-lines';
import { saveLine, type AnsweredSave } from './save-line';
import { connectTo } from '~/api/testing/stand-in-network';

vi.mock('~/api/transport/pause', () => ({ pause: async () => undefined }));

type Dialect = MockApiOptions['dialect'];

/** A person has opened a line and types. */
async function editing(line: GivenLine = {}, dialect: Dialect = {}) {
  const api = createMockApi({ dialect });
  const { cartId, lineId } = api.given(aCart({ lines: [aLine(line)] }));
  const left = connectTo({ fetch: createGatewayInProcess((request) => api.fetch(request)) }, 'gateway');
  const base = await fetchLine(lineId);
  api.ledger.clear();
  left.length = 0;
  return {
    api,
    base,
    lineId,
    kept: () => api.store.line(lineId).content.values,
    patches: () => api.ledger.of('updateLine').map(({ body }) => body),
    calls: () => api.ledger.entries.map(({ operation }) => operation),
    /** What the page asked of the API; the gateway reads before each write. */
    asked: () => left.filter(({ url }) => url.includes('/api/')).map(({ method }) => method),
    colleague: (values: Partial<LineValues>) => api.store.changeLine(lineId, { values }),
    /** `known` is the newest reading of the page. */
    save: (changes: Partial<LineValues>, known = base) =>
      saveLine({ cartId, base, mine: { ...base, ...changes } }, known, fetchLine),
    /** Saves after the person has decided the conflicts of `outcome`. */
    saveDecided: (changes: Partial<LineValues>, outcome: AnsweredSave, choices: Record<string, Side>) => {
      const mine = { ...base, ...changes };
      const settled = resolveConflicts(
        { base, mine, theirs: outcome.line },
        new Map(Object.entries(choices)),
      );
      return saveLine(
        { cartId, base: { ...base, ...settled.base }, mine: settled.mine },
        outcome.line,
        fetchLine,
      );
    },
  };
}

function saved(outcome: AnsweredSave) {
  if (outcome.kind !== 'saved') throw new Error(`The line was not saved: ${outcome.kind}`);
  return outcome;
}

describe('saving a line', () => {
  it('sends only what changed and reads it back', async () => {
    const { save, asked, calls, patches, lineId } = await editing({ note: 'before' });
    const { line, differences, merged } = saved(await save({ note: 'after' }));
    expect(asked()).toEqual(['PATCH', 'GET']);
    expect(calls()).toEqual(['readLine', 'updateLine', 'readLine']);
    expect(patches()).toEqual([{ note: 'after' }]);
    expect(line).toMatchObject({ id: lineId, note: 'after' });
    expect(differences).toEqual([]);
    expect(merged).toEqual([]);
  });

  it('in which nothing changed sends nothing', async () => {
    const { save, calls } = await editing();
    expect(saved(await save({})).differences).toEqual([]);
    expect(calls()).toEqual(['readLine']);
  });

  it('sends the contact whole when one value in it changed', async () => {
    const { save, base, patches } = await editing();
    const [site = emptyContact()] = base.related_contact_information;
    await save({ related_contact_information: [{ ...site, city: 'Rouen' }] });
    const [patch] = patches();
    expect(patch).toEqual({ related_contact_information: [{ ...site.wire, city: 'Rouen' }] });
    expect(Object.keys(site.wire)).toHaveLength(20);
  });

  it('sends numbers as numbers, emptied dates as null', async () => {
    const { save, patches } = await editing({ scheduled_delivery_date: '2026-09-21' });
    await save({ vlan_reference: '12', scheduled_delivery_date: '' });
    expect(patches()).toEqual([{ vlan_reference: 12, scheduled_delivery_date: null }]);
  });

  it('never sends a field that a quote locks', async () => {
    const { save, patches } = await editing({ quote_item_id: 'Q1' });
    await save({ end_customer_name: 'Another', note: 'x' });
    expect(patches()).toEqual([{ note: 'x' }]);
  });

  it('tells where the API keeps something else', async () => {
    const { api, save } = await editing();
    api.faults.next({ operation: 'readLine' }, {});
    api.faults.next(
      { operation: 'readLine' },
      { reshape: (body) => ({ ...(isWireObject(body) ? body : {}), note: 'SHORTENED' }) },
    );
    expect(saved(await save({ note: 'A long note' })).differences).toEqual([
      { key: 'note', sent: 'A long note', stored: 'SHORTENED' },
    ]);
  });

  it("of a DIA line shows the API's ENNI", async () => {
    const { save, base, patches } = await editing({ offer_family: 'DIA' });
    const { line, differences } = saved(await save({ enni: 'TYPED', note: 'x' }));
    expect(patches()).toEqual([{ note: 'x' }]);
    expect(line.enni).toBe(base.enni);
    expect(differences).toEqual([]);
  });

  it('that is refused throws what the API said', async () => {
    const { save, kept } = await editing({ note: 'before' });
    await expect(save({ customer_order_name: 'FAIL 422', note: 'after' })).rejects.toMatchObject({
      kind: 'invalid',
      effect: 'none',
      fields: [{ path: ['customer_order_name'] }],
    });
    expect(kept().note).toBe('before');
  });

  it('that the gateway cannot compare is not saved', async () => {
    const { api, save, calls } = await editing();
    api.faults.next({ operation: 'readLine' }, { answer: { status: 504 } });
    await expect(save({ note: 'x' })).rejects.toMatchObject({ status: 504, effect: 'none' });
    expect(calls()).toEqual(['readLine']);
  });

  it('of a deleted line throws that it is gone', async () => {
    const { api, save, lineId } = await editing();
    api.store.removeLine(lineId);
    await expect(save({ note: 'x' })).rejects.toMatchObject({ kind: 'not-found', effect: 'none' });
  });

  it('of a confirmed line sends nothing', async () => {
    const { api, save, lineId, patches } = await editing();
    api.store.changeLine(lineId, { status: { state: 'in_progress' } });
    expect(await save({ note: 'x' })).toMatchObject({
      kind: 'no-longer-draft',
      line: { state: 'in_progress' },
    });
    expect(patches()).toEqual([]);
  });
});

describe('saving a line that a colleague changed meanwhile', () => {
  it('asks once more, with the line of the refusal', async () => {
    const { save, colleague, asked } = await editing();
    colleague({ technical_note: 'theirs' });
    saved(await save({ note: 'mine' }));
    expect(asked()).toEqual(['PATCH', 'PATCH', 'GET']);
  });

  it('with a newer reading at hand asks once', async () => {
    const { save, base, colleague, asked, patches } = await editing();
    colleague({ technical_note: 'theirs' });
    const { merged } = saved(await save({ note: 'mine' }, await fetchLine(base.id)));
    expect([merged, patches()]).toEqual([['technical_note'], [{ note: 'mine' }]]);
    expect(asked()).toEqual(['GET', 'PATCH', 'GET']);
  });

  it('decides no conflict by an older reading', async () => {
    const { save, base, colleague } = await editing({ note: 'before' });
    colleague({ note: 'theirs' });
    const older = await fetchLine(base.id);
    colleague({ note: 'theirs again' });
    expect(await save({ note: 'mine' }, older)).toMatchObject({
      kind: 'conflict',
      conflicts: [{ key: 'note', theirs: 'theirs again' }],
    });
  });

  it('calls nothing saved by an older reading', async () => {
    const { save, base, colleague } = await editing({ note: 'before' });
    colleague({ note: 'mine' });
    const older = await fetchLine(base.id);
    colleague({ note: 'theirs' });
    expect(await save({ note: 'mine' }, older)).toMatchObject({ kind: 'conflict' });
  });

  it('from a quote sends no field of the quote', async () => {
    const { save, colleague, patches, kept } = await editing({ end_customer_name: 'Before' });
    colleague({ quote_item_id: 'Q1' });
    await save({ end_customer_name: 'Another', note: 'x' });
    expect(patches()).toEqual([{ note: 'x' }]);
    expect(kept().end_customer_name).toBe('Before');
  });

  it('keeps their keys of a contact that we do not know', async () => {
    const { save, base, colleague, patches } = await editing();
    const [site = emptyContact()] = base.related_contact_information;
    colleague({ related_contact_information: [{ ...site, wire: { ...site.wire, floor_plan: 'P1' } }] });
    await save({ related_contact_information: [{ ...site, city: 'Rouen' }] });
    expect(patches()).toMatchObject([{ related_contact_information: [{ floor_plan: 'P1', city: 'Rouen' }] }]);
  });

  it('in other fields keeps both and names theirs', async () => {
    const { save, colleague, patches } = await editing();
    colleague({ technical_note: 'theirs', delivery_mode: 'theirs' });
    const { line, merged } = saved(await save({ note: 'mine' }));
    expect(patches()).toEqual([{ note: 'mine' }]);
    expect(line).toMatchObject({ note: 'mine', technical_note: 'theirs', delivery_mode: 'theirs' });
    expect(merged).toEqual(['technical_note', 'delivery_mode']);
  });

  it('in the same field to the same value sends nothing', async () => {
    const { save, colleague, patches } = await editing();
    colleague({ note: 'both' });
    expect(saved(await save({ note: 'both' })).line.note).toBe('both');
    expect(patches()).toEqual([]);
  });

  it('in the same field asks, and nothing is sent', async () => {
    const { save, colleague, patches } = await editing({ note: 'before' });
    colleague({ note: 'theirs' });
    expect(await save({ note: 'mine', enni_2: 'AZ2' })).toMatchObject({
      kind: 'conflict',
      line: { note: 'theirs' },
      conflicts: [{ key: 'note', base: 'before', mine: 'mine', theirs: 'theirs' }],
    });
    expect(patches()).toEqual([]);
  });

  it('saves what is decided field by field, and the rest', async () => {
    const { save, saveDecided, colleague, patches, kept } = await editing();
    colleague({ note: 'theirs', enni: 'THEIRS', technical_note: 'theirs' });
    const mine = { note: 'mine', enni: 'MINE', delivery_mode: 'mine' };
    const { line } = saved(await saveDecided(mine, await save(mine), { note: 'mine', enni: 'theirs' }));
    expect(line).toMatchObject({ note: 'mine', enni: 'THEIRS', delivery_mode: 'mine' });
    expect(patches()).toEqual([{ note: 'mine', delivery_mode: 'mine' }]);
    expect(kept().technical_note).toBe('theirs');
  });

  it('asks again after another change of the field', async () => {
    const { save, saveDecided, colleague, patches } = await editing();
    colleague({ note: 'theirs' });
    const asked = await save({ note: 'mine' });
    colleague({ note: 'theirs again' });
    expect(await saveDecided({ note: 'mine' }, asked, { note: 'mine' })).toMatchObject({
      kind: 'conflict',
      conflicts: [{ key: 'note', base: 'theirs', mine: 'mine', theirs: 'theirs again' }],
    });
    expect(patches()).toEqual([]);
  });

  it('in the same contact sends both values', async () => {
    const { save, base, colleague, kept } = await editing();
    const [site = emptyContact()] = base.related_contact_information;
    colleague({ related_contact_information: [{ ...site, postcode: '76000' }] });
    await save({ related_contact_information: [{ ...site, city: 'Rouen' }] });
    expect(kept().related_contact_information).toMatchObject([{ postcode: '76000', city: 'Rouen' }]);
  });
});

const UNCLEAR = [
  ['an answer of 504', { answerAfter: { status: 504 } }, { answer: { status: 504 } }],
  ['a cut connection', { cut: 'after' }, { cut: 'before' }],
  ['an empty answer', { answerAfter: { status: 200 } }, { answer: { status: 200 } }],
  [
    'a page of HTML',
    { answerAfter: { status: 200, body: '<h1>Hi</h1>' } },
    { answer: { status: 200, body: '<h1>Hi</h1>' } },
  ],
] as const;

describe('saving a line with an unclear answer', () => {
  it.each(UNCLEAR)('(%s) is done when reading back shows what was sent', async (_, effect) => {
    const { api, save, calls } = await editing();
    api.faults.next({ operation: 'updateLine' }, effect);
    expect(saved(await save({ note: 'x' })).line.note).toBe('x');
    expect(calls()).toEqual(['readLine', 'updateLine', 'readLine']);
  });

  it.each(UNCLEAR)('(%s) is not saved when all is as before', async (_, _acted, idle) => {
    const { api, save, patches } = await editing();
    api.faults.next({ operation: 'updateLine' }, idle);
    await expect(save({ note: 'x' })).rejects.toMatchObject({ effect: 'none' });
    expect(patches()).toHaveLength(1);
  });

  it('that arrived in part is told field by field', async () => {
    const { api, save, lineId } = await editing({ note: 'before', technical_note: 'before' });
    api.faults.next({ operation: 'updateLine' }, { answer: { status: 504 } });
    api.faults.next({ operation: 'readLine' }, {});
    api.store.changeLine(lineId, { values: { note: 'before' } });
    const saving = save({ note: 'x', technical_note: 'x' });
    api.faults.next(
      { operation: 'readLine', times: 9 },
      { reshape: (body) => ({ ...(isWireObject(body) ? body : {}), note: 'x' }) },
    );
    expect(saved(await saving).differences).toEqual([{ key: 'technical_note', sent: 'x', stored: 'before' }]);
  });

  it('stays unclear when the line cannot be read back', async () => {
    const { api, save } = await editing();
    api.faults.next({ operation: 'updateLine' }, { answerAfter: { status: 504 } });
    api.faults.next({ operation: 'readLine' }, {});
    api.faults.next({ operation: 'readLine', times: 9 }, { answer: { status: 401 } });
    await expect(save({ note: 'x' })).rejects.toMatchObject({ status: 504, effect: 'unknown' });
  });

  it('stays unclear when nothing that was sent is shown', async () => {
    const { api, save } = await editing();
    // The gateway would call the hidden field empty.
    connectTo(api);
    const hide = (body: unknown) => {
      const { specific_request: _, ...shown } = isWireObject(body) ? body : {};
      return shown;
    };
    api.faults.next({ operation: 'readLine', times: 9 }, { reshape: hide });
    api.faults.next({ operation: 'updateLine' }, { answer: { status: 504 } });
    await expect(save({ specific_request: 'x' })).rejects.toMatchObject({ effect: 'unknown' });
  });
});

describe('saving a line that cannot be read back', () => {
  it('counts as saved by the answer to the write', async () => {
    const { api, save } = await editing();
    api.faults.next({ operation: 'readLine' }, {});
    api.faults.next({ operation: 'readLine' }, { answer: { status: 429 } });
    const { line, differences } = saved(await save({ note: 'x', specific_request: 'y' }));
    expect(line.note).toBe('x');
    expect(differences).toEqual([{ key: 'specific_request', sent: 'y', stored: undefined }]);
  });
});
