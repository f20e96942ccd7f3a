import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '~/api/transport/api-error';
import type { SaveOutcome } from '~/api/write/save-line';
import { emptyLineValues, readOrderLine, type LineValues, type OrderLine } from '~/contract/order-line';
import { CREATE_LINE_ANSWER } from '~/contract/samples/lines';
import { LineEditor, type LineSurroundings } from './line-editor';

const line = readOrderLine(CREATE_LINE_ANSWER);
const today = () => '2026-03-02';

/** An editor whose saves end when the test says so. */
function edit(saved: OrderLine | null = line) {
  const editor = new LineEditor({ saved, initial: emptyLineValues(), today });
  const sent: LineValues[] = [];
  const answers: ((outcome: SaveOutcome) => void)[] = [];
  const opened: string[] = [];
  const surroundings: LineSurroundings = {
    saved,
    isLocked: false,
    rejections: new Map(),
    write: ({ mine }) => {
      sent.push(mine);
      return new Promise((resolve) => answers.push(resolve));
    },
    onCreated: async ({ id }) => void opened.push(id),
  };
  const update = (changes: Partial<LineSurroundings>) => editor.update({ ...surroundings, ...changes });
  update({});
  return {
    editor,
    sent,
    opened,
    update,
    type: (note: string) => editor.form.setValue('note', note),
    /** Ends the save that was sent last, with the submitted note unless said otherwise. */
    end: async (outcome: SaveOutcome = savedAs({ note: sent.at(-1)?.note ?? '' })) => {
      const { attempt } = editor.status();
      answers.at(-1)?.(outcome);
      await vi.waitUntil(() => editor.status().attempt > attempt, { interval: 1 });
    },
  };
}

function savedAs(values: Partial<LineValues>): SaveOutcome {
  return { kind: 'saved', line: { ...line, ...values }, at: new Date(0), differences: [], merged: [] };
}

const failed: SaveOutcome = { kind: 'failed', error: new ApiError({ kind: 'fault', effect: 'none' }) };

describe('a line that is confirmed meanwhile', () => {
  const confirmed = { ...line, state: 'in_progress' };

  it('gives its unsaved input to the page', () => {
    const { type, update } = edit();
    const given: unknown[] = [];
    const onConfirmed: LineSurroundings['onConfirmed'] = (unsaved) =>
      given.push(unsaved?.base, unsaved?.mine.note, unsaved?.isStored);
    type('mine');
    update({ onConfirmed });
    expect(given).toEqual([]);
    update({ saved: confirmed, onConfirmed });
    expect(given).toEqual([line, 'mine', true]);
  });

  it('gives nothing where all is saved', () => {
    const { update } = edit();
    const given: unknown[] = [];
    update({ saved: confirmed, onConfirmed: (unsaved) => given.push(unsaved) });
    expect(given).toEqual([null]);
  });
});

describe('typing', () => {
  it('begins with issues and no change', () => {
    const { editor } = edit();
    expect(editor.edit().changed).toEqual([]);
    expect(editor.edit().issues.map(({ key }) => key)).toContain('enni');
  });

  it('gives changes and issues', () => {
    const { editor } = edit();
    editor.form.setValue('enni', 'AZ001234');
    expect(editor.edit().changed).toEqual(['enni']);
    expect(editor.edit().issues.map(({ key }) => key)).not.toContain('enni');
    editor.form.setValue('enni', line.enni);
    expect(editor.edit().changed).toEqual([]);
  });

  it('keeps the state of a field until it changes', () => {
    const { editor } = edit();
    const [note, enni] = [editor.field('note'), editor.field('enni')];
    editor.form.setValue('enni', 'AZ001234');
    expect(editor.field('note')).toBe(note);
    expect(editor.field('enni')).not.toBe(enni);
    expect(editor.edit()).toBe(editor.edit());
  });

  it('reaches autosave before anything else', () => {
    const { editor, type } = edit();
    const told: string[] = [];
    editor.subscribe(() => told.push('listener'));
    editor.subscribeToInput(({ note }) => told.push(`autosave of ${note}`));
    type('a');
    expect(told).toEqual(['autosave of a', 'listener']);
  });

  it('ends for subscribers that unsubscribe', () => {
    const { editor, type } = edit();
    let told = 0;
    const stop = editor.subscribe(() => (told += 1));
    stop();
    type('a');
    expect(told).toBe(0);
  });

  it('that is discarded gives the newest line', () => {
    const { editor, type, update } = edit();
    type('mine');
    update({ saved: { ...line, note: 'theirs' } });
    expect(editor.edit().values.note).toBe('mine');
    editor.discard();
    expect(editor.edit()).toMatchObject({ values: { note: 'theirs' }, changed: [] });
  });
});

describe('a newer reading', () => {
  it('replaces the input while nothing is unsaved', () => {
    const { editor, update } = edit();
    update({ saved: { ...line, note: 'theirs' } });
    expect(editor.edit()).toMatchObject({ values: { note: 'theirs' }, changed: [] });
  });

  it('leaves unsaved input alone', () => {
    const { editor, type, update } = edit();
    type('mine');
    update({ saved: { ...line, note: 'theirs', enni: 'AZ001234' } });
    expect(editor.edit()).toMatchObject({ values: { note: 'mine', enni: line.enni }, changed: ['note'] });
  });

  it('that is older than a save does not come back', async () => {
    const { editor, type, update, end } = edit();
    type('mine');
    void editor.save();
    await end();
    update({});
    expect(editor.edit().values.note).toBe('mine');
    expect(editor.saved?.note).toBe('mine');
  });
});

describe('a save', () => {
  it('sends what is typed and takes the answer', async () => {
    const { editor, sent, type, end } = edit();
    type('mine');
    void editor.save();
    expect(editor.status()).toMatchObject({ isSaving: true, outcome: null });
    await end();
    expect(sent.map(({ note }) => note)).toEqual(['mine']);
    expect(editor.status()).toMatchObject({ isSaving: false, outcome: { kind: 'saved' } });
    expect(editor.edit().changed).toEqual([]);
  });

  it('of nothing sends nothing', async () => {
    const { editor, sent } = edit();
    await editor.save();
    expect(sent).toEqual([]);
  });

  it('leaves what is typed meanwhile unsaved', async () => {
    const { editor, type, end } = edit();
    type('first');
    void editor.save();
    type('second');
    await end(savedAs({ note: 'first', enni: 'AZ001234' }));
    expect(editor.edit()).toMatchObject({ values: { note: 'second', enni: 'AZ001234' }, changed: ['note'] });
  });

  it('that is asked for meanwhile follows', async () => {
    const { editor, sent, type, end } = edit();
    type('first');
    void editor.save();
    type('second');
    void editor.save();
    await end(savedAs({ note: 'first' }));
    expect(sent.map(({ note }) => note)).toEqual(['first', 'second']);
    await end();
    expect(editor.edit().changed).toEqual([]);
  });

  it('that fails keeps the input and the queue ends', async () => {
    const { editor, sent, type, end } = edit();
    type('first');
    void editor.save();
    void editor.save();
    await end(failed);
    expect(sent).toHaveLength(1);
    expect(editor.edit().changed).toEqual(['note']);
    expect(editor.status()).toMatchObject({ attempt: 1, isSaving: false, outcome: failed, errors: null });
  });

  it('says at a field why its value was refused', async () => {
    const { editor, type, end } = edit();
    type('refused');
    void editor.save();
    const fields = [{ path: ['note'], message: 'Too long' }];
    await end({ kind: 'failed', error: new ApiError({ kind: 'invalid', effect: 'none', fields }) });
    expect(editor.field('note').serverError?.message).toBe('Too long');
    type('short');
    expect(editor.field('note').serverError).toBeUndefined();
  });

  it('waits for what every line needs', async () => {
    const { editor, sent } = edit(null);
    await editor.save();
    expect(sent).toEqual([]);
    expect(editor.status()).toMatchObject({ outcome: { kind: 'incomplete' }, errors: { by: 'desk' } });
  });

  it('is not possible while the cart is being confirmed', async () => {
    const { editor, sent, type, update } = edit();
    type('mine');
    update({ isLocked: true });
    await editor.save();
    expect(sent).toEqual([]);
    expect(editor.field('note').lock).toBe('not-draft');
  });

  it('after a conflict sends the decision', async () => {
    const { editor, sent, type, end } = edit();
    type('mine');
    void editor.save();
    const theirs = { ...line, note: 'theirs' };
    await end({
      kind: 'conflict',
      line: theirs,
      at: new Date(0),
      conflicts: [{ key: 'note', base: line.note, theirs: 'theirs', mine: 'mine' }],
    });
    void editor.resolveConflicts(new Map([['note', 'mine']]));
    expect(sent.at(-1)?.note).toBe('mine');
    expect(editor.base.note).toBe('theirs');
  });
});

describe('a new line', () => {
  const fill = (editor: LineEditor) => {
    editor.form.setValue('product_offering_id', '2173');
    editor.form.setValue('product_offering_qualification_item_id', 'e');
  };

  it('becomes a saved one in the same editor', async () => {
    const { editor, sent, opened, type, end } = edit(null);
    fill(editor);
    type('first');
    void editor.save();
    type('second');
    await end(savedAs({ note: 'first', product_offering_id: '2173' }));
    expect(sent).toHaveLength(1);
    expect(opened).toEqual([line.id]);
    expect(editor.saved?.id).toBe(line.id);
    expect(editor.edit().changed).toEqual(['note']);
  });

  it('is not opened by a person who leaves', async () => {
    const { editor, opened, end } = edit(null);
    fill(editor);
    void editor.save({ isLeaving: true });
    await end();
    expect(opened).toEqual([]);
    expect(editor.edit().changed).toEqual([]);
  });
});
