import { describe, expect, it } from 'vitest';
import { readDraft, type ActionDraft } from './action-draft';

const draft = (changes: Partial<ActionDraft>): ActionDraft => ({
  kind: 'set',
  field: 'note',
  text: '',
  search: '',
  ...changes,
});
const read = (changes: Partial<ActionDraft>) => readDraft(draft(changes), '2026-03-02');
const city = 'related_contact_information.0.city';
const siret = 'related_contact_information.0.siret';

describe('the draft of an action', () => {
  it.each<[Partial<ActionDraft>, object]>([
    [{ text: 'New' }, { kind: 'set', field: 'note', value: 'New' }],
    [
      { field: city, text: 'Rouen' },
      { kind: 'set', field: city, value: 'Rouen' },
    ],
    [
      { field: 'enni', text: ' AZ1 ' },
      { kind: 'set', field: 'enni', value: 'AZ1' },
    ],
    [
      { field: 'siret_known', text: 'false' },
      { kind: 'set', field: 'siret_known', value: false },
    ],
    [{ kind: 'empty' }, { kind: 'empty', field: 'note' }],
    [
      { kind: 'replace', search: 'a', text: '' },
      { kind: 'replace', field: 'note', search: 'a', replacement: '' },
    ],
    [
      { kind: 'add-option', text: ' 7021 ' },
      { kind: 'add-option', option: '7021' },
    ],
  ])('%o is an action', (changes, action) => {
    expect(read(changes)).toEqual({ action });
  });

  it.each<[Partial<ActionDraft>, string]>([
    [{}, 'missing'],
    [{ kind: 'replace', text: 'b' }, 'missing'],
    [{ kind: 'remove-option', text: ' ' }, 'missing'],
    [{ field: 'vlan_reference', text: '5000' }, 'vlan'],
    [{ field: 'scheduled_delivery_date', text: '2026-02-31' }, 'date'],
    [{ field: siret, text: '3,56E+13' }, 'siret-length'],
  ])('%o has a problem: %s', (changes, problem) => {
    expect(read(changes)).toEqual({ problem });
  });
});
