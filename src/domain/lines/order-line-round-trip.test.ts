import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOrderLine, writeLineValues, type LineValues, type OrderLine } from '~/contract/order-line';
import { CONTACT_TABLE, CREATION_TABLE } from '~/contract/samples/tables';
import { fieldLock } from '~/domain/fields/field-lock';
import { changedFields, fieldOfPath, lineFieldValues, type FieldPath } from '~/domain/fields/field-paths';
import { compareEcho, mergeLine, resolveConflicts, smallestPatch, type Side } from './order-line-changes';

/*
 * Properties of reading, changing and writing a line, for any values that a person or the API may put into it. The
 * wire is made from the document's tables, not from the code's list of fields.
 */

const NASTY = [
  '',
  ' ',
  '0',
  '007',
  '+33 1 23',
  ' spaced ',
  'Élysée',
  '🏢',
  'null',
  '{"a":1}',
  '7021',
  'a\nb',
];
const someText = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme' }));
const aNumber = fc.oneof(fc.integer({ min: -180, max: 5000 }), fc.constantFrom(0, 49.4744077, -1.5));
const orNothing = <T>(filled: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: filled }, fc.constant(null));

const BY_TYPE: Record<string, fc.Arbitrary<unknown>> = {
  string: orNothing(someText),
  date: orNothing(fc.constantFrom('2025-09-21', '2025-09-21T10:00:00+02:00')),
  number: orNothing(aNumber),
  boolean: orNothing(fc.boolean()),
  array: orNothing(fc.array(fc.constantFrom('7021', '2210', '0012'))),
};

/** An object with some of a table's fields, and with keys that no table knows. */
function wireOf(table: typeof CREATION_TABLE, more: Record<string, fc.Arbitrary<unknown>> = {}) {
  const model: Record<string, fc.Arbitrary<unknown>> = { unheard_of: someText };
  for (const { name, type } of table) model[name] = BY_TYPE[type] ?? fc.constant(null);
  return fc.record({ ...model, ...more }, { requiredKeys: [] });
}

const contacts = fc.array(wireOf(CONTACT_TABLE), { maxLength: 2 });
const wire = wireOf(CREATION_TABLE, { related_contact_information: contacts });
const aDraft = (fields: object) => readOrderLine({ ...fields, id: 'L', state: 'created' });

/** A saved line and two people's edits of it, each of about half of its fields. */
const edits = fc
  .tuple(wire, wire, wire)
  .map(
    ([base, mine, theirs]) =>
      [aDraft(base), aDraft({ ...base, ...mine }), aDraft({ ...base, ...theirs })] as const,
  );

const isLocked = (saved: OrderLine, mine: LineValues, key: FieldPath) => {
  const field = fieldOfPath(key);
  return field === null || fieldLock(saved, field, mine) !== null;
};

/** What a server that replaces what it is sent would hold after a PATCH. */
const applied = (saved: OrderLine, patch: Partial<LineValues>) =>
  readOrderLine({ ...writeLineValues(saved), ...writeLineValues(patch), id: 'L', state: 'created' });

describe('reading and writing a line', () => {
  it('gives back every value that came, to the letter', () => {
    fc.assert(
      fc.property(wire, (fields) => {
        const written = writeLineValues(readOrderLine({ ...fields, id: 'L' }));
        for (const { name, type } of CREATION_TABLE) {
          const came = fields[name];
          if (came === undefined || came === null) continue;
          expect([name, written[name]]).toEqual([name, type === 'date' && came === '' ? null : came]);
        }
        expect(readOrderLine({ ...fields, id: 'L' }).unknown).toEqual(
          'unheard_of' in fields ? { unheard_of: fields['unheard_of'] } : {},
        );
      }),
    );
  });

  it('reads what it wrote as the same values', () => {
    fc.assert(
      fc.property(wire, (fields) => {
        const line = aDraft(fields);
        const again = readOrderLine({ ...writeLineValues(line), id: 'L' });
        expect(lineFieldValues(again)).toEqual(lineFieldValues(line));
        expect(again.related_contact_information.map((contact) => contact.wire)).toEqual(
          line.related_contact_information.map((contact) => contact.wire),
        );
      }),
    );
  });
});

describe('a number that the API spells as text', () => {
  const numbers = fc.record({ vlan: aNumber, latitude: aNumber, longitude: aNumber });
  const spelt = (asText: boolean, { vlan, latitude, longitude }: Record<string, number>) => {
    const spell = (number: number | undefined) => (asText ? String(number) : number);
    const contact = { latitude: spell(latitude), longitude: spell(longitude), city: 'Laval' };
    return aDraft({ vlan_reference: spell(vlan), related_contact_information: [contact] });
  };

  it('equals the line with the number', () => {
    fc.assert(
      fc.property(numbers, (given) => {
        const [text, number] = [spelt(true, given), spelt(false, given)];
        expect(changedFields(text, number)).toEqual([]);
        expect(smallestPatch(text, number)).toEqual({});
      }),
    );
  });

  it('goes back unchanged with its contact', () => {
    fc.assert(
      fc.property(numbers, fc.boolean(), (given, asText) => {
        const saved = spelt(asText, given);
        const mine = {
          ...saved,
          related_contact_information: saved.related_contact_information.map((contact) => ({
            ...contact,
            city: 'Angers',
          })),
        };
        const spell = (number: number) => (asText ? String(number) : number);
        expect(writeLineValues(smallestPatch(saved, mine))).toEqual({
          related_contact_information: [
            { latitude: spell(given.latitude), longitude: spell(given.longitude), city: 'Angers' },
          ],
        });
      }),
    );
  });
});

describe('the smallest PATCH', () => {
  it('turns the saved line into mine, except locks', () => {
    fc.assert(
      fc.property(edits, ([saved, mine]) => {
        const after = applied(saved, smallestPatch(saved, mine));
        expect(changedFields(mine, after).filter((key) => !isLocked(saved, mine, key))).toEqual([]);
        expect(changedFields(saved, after).filter((key) => isLocked(saved, mine, key))).toEqual([]);
      }),
    );
  });

  it('carries no field of which no value changed', () => {
    fc.assert(
      fc.property(edits, ([saved, mine]) => {
        const changed = changedFields(saved, mine).map(fieldOfPath);
        for (const field of Object.keys(smallestPatch(saved, mine))) expect(changed).toContain(field);
      }),
    );
  });

  it('keeps the unknown keys of the saved contacts', () => {
    fc.assert(
      fc.property(edits, ([saved, mine]) => {
        const sent = smallestPatch(saved, mine).related_contact_information;
        if (!sent) return;
        saved.related_contact_information.forEach((contact, index) => {
          expect(sent[index]?.wire['unheard_of']).toBe(contact.wire['unheard_of']);
        });
      }),
    );
  });

  it('leaves no difference when the API keeps it', () => {
    fc.assert(
      fc.property(edits, ([saved, mine]) => {
        const patch = smallestPatch(saved, mine);
        expect(compareEcho(patch, applied(saved, patch))).toEqual([]);
      }),
    );
  });
});

describe('a merge', () => {
  it('keeps each change or asks about it', () => {
    fc.assert(
      fc.property(edits, ([base, mine, theirs]) => {
        const merged = mergeLine(base, mine, theirs);
        const asked = merged.conflicts.map(({ key }) => key);
        const notMine = changedFields(mine, merged.values);
        const notTheirs = changedFields(theirs, merged.values);
        const myChanges = changedFields(base, mine);
        expect(myChanges.filter((key) => notMine.includes(key))).toEqual(asked);
        expect(changedFields(base, theirs).filter((key) => notTheirs.includes(key))).toEqual([]);
        expect(changedFields(base, merged.values).filter((key) => !myChanges.includes(key))).toEqual([
          ...merged.theirChanges,
        ]);
      }),
    );
  });

  it('asks only about different changes of one value', () => {
    fc.assert(
      fc.property(edits, ([base, mine, theirs]) => {
        const changed = [changedFields(base, mine), changedFields(base, theirs), changedFields(mine, theirs)];
        for (const { key } of mergeLine(base, mine, theirs).conflicts) {
          for (const keys of changed) expect(keys).toContain(key);
        }
      }),
    );
  });

  it('with myself alone gives mine, with them alone gives theirs', () => {
    fc.assert(
      fc.property(edits, ([base, other]) => {
        expect(changedFields(mergeLine(base, other, base).values, other)).toEqual([]);
        expect(changedFields(mergeLine(base, base, other).values, other)).toEqual([]);
      }),
    );
  });

  it('decided field by field holds each decision', () => {
    const sides = fc.func<[string], Side>(fc.constantFrom('mine', 'theirs'));
    fc.assert(
      fc.property(edits, sides, ([base, mine, theirs], sideOf) => {
        const asked = mergeLine(base, mine, theirs).conflicts.map(({ key }) => key);
        const decided = new Map(asked.map((key): [string, Side] => [key, sideOf(key)]));
        const settled = resolveConflicts({ base, mine, theirs }, decided);
        const { values, conflicts } = mergeLine(settled.base, settled.mine, theirs);
        expect(conflicts).toEqual([]);
        const myChanges = changedFields(base, mine).filter((key) => decided.get(key) !== 'theirs');
        expect(changedFields(mine, values).filter((key) => myChanges.includes(key))).toEqual([]);
        expect(changedFields(theirs, values).filter((key) => !myChanges.includes(key))).toEqual([]);
      }),
    );
  });
});
