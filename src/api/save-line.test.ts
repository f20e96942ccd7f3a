import { describe, expect, it, vi } from 'vitest';
import { emptyContact } from '~/contract/contact';
import type { LineValues } from '~/contract/order-line';
import { isWireObject } from '~/contract/scalars';
import { settleConflicts, type Side } from '~/domain/order-line-changes';
import { createMockApi, type MockApiOptions } from '~/mock-api/create-mock-api';
import { aCart, aLine, type GivenLine } from '~/mock-api/given';
import { fetchLine } from './order-lines';
import { saveLine, type SaveOutcome } from './save-line';
import { connectTo } from './stand-in-network';

vi.mock('./pause', () => ({ pause: async () => undefined }));

type Dialect = MockApiOptions['dialect'];

/** A person who has opened a line and types. */
async function editing(line: GivenLine = {}, dialect: Dialect = {}) {
  const api = createMockApi({ dialect });
  const { cartId, lineId } = api.given(aCart({ lines: [aLine(line)] }));
  connectTo(api);
  const base = await fetchLine(lineId);
  api.ledger.clear();
  return {
    api,
    base,
    lineId,
    kept: () => api.store.line(lineId).content.values,
    patches: () => api.ledger.of('updateLine').map(({ body }) => body),
    calls: () => api.ledger.entries.map(({ operation }) => operation),
    colleague: (values: Partial<LineValues>) => api.store.changeLine(lineId, { values }),
    save: (changes: Partial<LineValues>) =>
      saveLine({ cartId, base, mine: { ...base, ...changes } }, fetchLine(base.id), fetchLine),
    /** As the person decides who is shown `outcome`. */
    saveDecided: (changes: Partial<LineValues>, outcome: SaveOutcome, choices: Record<string, Side>) => {
      const mine = { ...base, ...changes };
      const settled = settleConflicts({ base, mine, theirs: outcome.line }, new Map(Object.entries(choices)));
      return saveLine(
        { cartId, base: { ...base, ...settled.base }, mine: settled.mine },
        fetchLine(base.id),
        fetchLine,
      );
    },
  };
}

function saved(outcome: SaveOutcome) {
  if (outcome.kind !== 'saved') throw new Error(`The line was not saved: ${outcome.kind}`);
  return outcome;
}

describe('saving a line', () => {
  it('reads it afresh, sends what changed and nothing else, and reads it back', async () => {
    const { save, calls, patches, lineId } = await editing({ note: 'before' });
    const { line, differences, merged } = saved(await save({ note: 'after' }));
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

  it('sends a number as a number and an emptied date as null', async () => {
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
      { key: 'note', sent: 'A long note', kept: 'SHORTENED' },
    ]);
  });

  it('of a DIA line shows the ENNI that the API computes, and does not send one', async () => {
    const { save, base, patches } = await editing({ offer_family: 'DIA' });
    const { line, differences } = saved(await save({ enni: 'TYPED', note: 'x' }));
    expect(patches()).toEqual([{ note: 'x' }]);
    expect(line.enni).toBe(base.enni);
    expect(differences).toEqual([]);
  });

  it('that is refused throws what the API said, and nothing is saved', async () => {
    const { save, kept } = await editing({ note: 'before' });
    await expect(save({ customer_order_name: 'FAIL 422', note: 'after' })).rejects.toMatchObject({
      kind: 'invalid',
      acted: 'no',
      fields: [{ path: ['customer_order_name'] }],
    });
    expect(kept().note).toBe('before');
  });

  it('that cannot be read before is proved not to be saved', async () => {
    const { api, save, calls } = await editing();
    api.faults.next({ operation: 'readLine' }, { answer: { status: 504 } });
    await expect(save({ note: 'x' })).rejects.toMatchObject({ status: 504, acted: 'no' });
    expect(calls()).toEqual(['readLine']);
  });

  it('of a line that was deleted meanwhile throws that it is gone', async () => {
    const { api, save, lineId } = await editing();
    api.store.removeLine(lineId);
    await expect(save({ note: 'x' })).rejects.toMatchObject({ kind: 'not-found', acted: 'no' });
  });

  it('of a line that was confirmed meanwhile sends nothing and says so', async () => {
    const { api, save, lineId, patches } = await editing();
    api.store.changeLine(lineId, { status: { state: 'in_progress' } });
    expect(await save({ note: 'x' })).toMatchObject({
      kind: 'no-longer-draft',
      line: { state: 'in_progress' },
    });
    expect(patches()).toEqual([]);
  });
});

describe('saving a line that somebody else changed meanwhile', () => {
  it('in other fields keeps both and names theirs', async () => {
    const { save, colleague, patches } = await editing();
    colleague({ technical_note: 'theirs', delivery_mode: 'theirs' });
    const { line, merged } = saved(await save({ note: 'mine' }));
    expect(patches()).toEqual([{ note: 'mine' }]);
    expect(line).toMatchObject({ note: 'mine', technical_note: 'theirs', delivery_mode: 'theirs' });
    expect(merged).toEqual(['technical_note', 'delivery_mode']);
  });

  it('in the same field to the same value asks nothing and sends nothing', async () => {
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

  it('asks again when they change the field once more after the decision', async () => {
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

  it('in another value of the same contact sends that contact with both', async () => {
    const { save, base, colleague, kept } = await editing();
    const [site = emptyContact()] = base.related_contact_information;
    colleague({ related_contact_information: [{ ...site, postcode: '76000' }] });
    await save({ related_contact_information: [{ ...site, city: 'Rouen' }] });
    expect(kept().related_contact_information).toMatchObject([{ postcode: '76000', city: 'Rouen' }]);
  });
});

/** A server that is deaf to one spelling and mute: it shows a field only once it is filled. */
function mute(body: unknown): unknown {
  const filled = Object.entries(isWireObject(body) ? body : {}).filter(([, value]) => value !== '');
  return Object.fromEntries(filled);
}

describe('a field with two spellings', () => {
  it('is sent in the one that this server shows', async () => {
    for (const [spelling, name] of [
      ['examples', 'enni2'],
      ['tables', 'enni_2'],
    ] as const) {
      const { save, patches } = await editing({}, { spelling, hears: 'own-spelling' });
      expect(saved(await save({ enni_2: 'AZ2' })).differences).toEqual([]);
      expect(patches()).toEqual([{ [name]: 'AZ2' }]);
    }
  });

  it("is sent once more in the other when it did not stick, and the rest of what was sent isn't", async () => {
    const { api, save, patches } = await editing({}, { hears: 'own-spelling' });
    api.faults.next({ operation: 'readLine', times: 2 }, { reshape: mute });
    const { line, differences } = saved(
      await save({ enni_2: 'AZ2', cpe_networking_number: 'NET-1', note: 'x' }),
    );
    expect(patches()).toEqual([
      { note: 'x', enni_2: 'AZ2', cpe_networking_number: 'NET-1' },
      { enni2: 'AZ2', cpe_network_number: 'NET-1' },
    ]);
    expect(line).toMatchObject({ note: 'x', enni_2: 'AZ2', cpe_networking_number: 'NET-1' });
    expect(differences).toEqual([]);
  });

  it('is sent twice and no more, and what still differs is told', async () => {
    const { api, save, patches } = await editing();
    const forget = (body: unknown) => ({ ...(isWireObject(body) ? body : {}), enni2: '' });
    api.faults.next({ operation: 'readLine', times: 9 }, { reshape: forget });
    expect(saved(await save({ enni_2: 'AZ2' })).differences).toEqual([
      { key: 'enni_2', sent: 'AZ2', kept: '' },
    ]);
    expect(patches()).toEqual([{ enni2: 'AZ2' }, { enni_2: 'AZ2' }]);
  });

  it('refused in the other spelling leaves the rest saved, and is told as a difference', async () => {
    const { api, save, kept } = await editing({}, { hears: 'own-spelling' });
    api.faults.next({ operation: 'readLine', times: 2 }, { reshape: mute });
    api.faults.next({ operation: 'updateLine' }, {});
    api.faults.next({ operation: 'updateLine' }, { answer: { status: 400, body: { enni2: ['Unknown.'] } } });
    expect(saved(await save({ enni_2: 'AZ2', note: 'x' })).differences).toEqual([
      { key: 'enni_2', sent: 'AZ2', kept: undefined },
    ]);
    expect(kept().note).toBe('x');
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
  it.each(UNCLEAR)('(%s) is done when reading back shows what was sent', async (_, acted) => {
    const { api, save, calls } = await editing();
    api.faults.next({ operation: 'updateLine' }, acted);
    expect(saved(await save({ note: 'x' })).line.note).toBe('x');
    expect(calls()).toEqual(['readLine', 'updateLine', 'readLine']);
  });

  it.each(UNCLEAR)(
    '(%s) is proved not to be saved when reading back shows all as before',
    async (_, _acted, idle) => {
      const { api, save, patches } = await editing();
      api.faults.next({ operation: 'updateLine' }, idle);
      await expect(save({ note: 'x' })).rejects.toMatchObject({ acted: 'no' });
      expect(patches()).toHaveLength(1);
    },
  );

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
    expect(saved(await saving).differences).toEqual([{ key: 'technical_note', sent: 'x', kept: 'before' }]);
  });

  it('stays unclear when the line cannot be read back', async () => {
    const { api, save } = await editing();
    api.faults.next({ operation: 'updateLine' }, { answerAfter: { status: 504 } });
    api.faults.next({ operation: 'readLine' }, {});
    api.faults.next({ operation: 'readLine', times: 9 }, { answer: { status: 401 } });
    await expect(save({ note: 'x' })).rejects.toMatchObject({ status: 504, acted: 'unknown' });
  });

  it('stays unclear when nothing that was sent is shown', async () => {
    const { api, save } = await editing();
    const hide = (body: unknown) => {
      const { specific_request: _, ...shown } = isWireObject(body) ? body : {};
      return shown;
    };
    api.faults.next({ operation: 'readLine', times: 9 }, { reshape: hide });
    api.faults.next({ operation: 'updateLine' }, { answer: { status: 504 } });
    await expect(save({ specific_request: 'x' })).rejects.toMatchObject({ acted: 'unknown' });
  });
});

describe('saving a line that cannot be read back', () => {
  it('counts as saved by the answer to the write', async () => {
    const { api, save } = await editing();
    api.faults.next({ operation: 'readLine' }, {});
    api.faults.next({ operation: 'readLine' }, { answer: { status: 429 } });
    const { line, differences } = saved(await save({ note: 'x', specific_request: 'y' }));
    expect(line.note).toBe('x');
    expect(differences).toEqual([{ key: 'specific_request', sent: 'y', kept: undefined }]);
  });
});
