import type { LineField, LineValues, OrderLine } from '~/contract/order-line';
import { fieldLock } from './field-lock';
import {
  changedLeaves,
  fieldOfLeaf,
  isSameLeaf,
  lineLeaves,
  withLeavesFrom,
  type LeafKey,
  type LeafValue,
} from './line-leaves';

/**
 * The smallest body of "Updating Order Line Information" that turns `saved` into `mine`: fields that changed and may
 * change. The contact block goes whole, built from `saved`, for nothing says whether a PATCH merges or replaces it.
 */
export function smallestPatch(saved: OrderLine, mine: LineValues): Partial<LineValues> {
  const changed = changedLeaves(saved, mine).filter((key) => {
    const field = fieldOfLeaf(key);
    return field !== null && fieldLock(saved, field, mine) === null;
  });
  return pickFields(withLeavesFrom(saved, mine, changed), fieldsOfLeaves(changed));
}

/** The body that creates a line: what was filled, nothing for what was not, no ENNI for DIA. */
export function creationValues(values: LineValues): Partial<LineValues> {
  const filled = [...lineLeaves(values)]
    .filter(([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([key]) => key)
    .filter((key) => {
      const field = fieldOfLeaf(key);
      return field !== null && fieldLock(null, field, values) === null;
    });
  return pickFields(values, fieldsOfLeaves(filled));
}

function fieldsOfLeaves(keys: readonly LeafKey[]): LineField[] {
  return [...new Set(keys.map(fieldOfLeaf))].filter((field) => field !== null);
}

function pickFields(values: LineValues, fields: readonly LineField[]): Partial<LineValues> {
  const { related_contact_information: contacts, ...scalars } = values;
  return {
    ...Object.fromEntries(Object.entries(scalars).filter(([name]) => fields.some((field) => field === name))),
    ...(fields.includes('related_contact_information') ? { related_contact_information: contacts } : {}),
  };
}

/** What a write left different from what was sent. */
export interface EchoDifference {
  readonly key: LeafKey;
  readonly sent: LeafValue;
  /** What the API has now; undefined when its answer does not carry the field, so that it cannot be compared. */
  readonly kept: LeafValue | undefined;
}

/**
 * Compares what was sent with the line as the API has it afterwards: the echo is the truth (the ENNI of a DIA line is
 * replaced, other values may be normalised).
 */
export function compareEcho(sent: Partial<LineValues>, answer: OrderLine): EchoDifference[] {
  const kept = lineLeaves(answer);
  const asked = lineLeaves({ ...answer, ...sent });
  return [...asked].flatMap(([key, value]): EchoDifference[] => {
    const field = fieldOfLeaf(key);
    if (field === null || sent[field] === undefined) return [];
    if (!answer.returned.includes(field)) return [{ key, sent: value, kept: undefined }];
    return isSameLeaf(key, value, kept.get(key)) ? [] : [{ key, sent: value, kept: kept.get(key) ?? '' }];
  });
}

/** A leaf that both sides changed, to different values. */
export interface LeafConflict {
  readonly key: LeafKey;
  readonly base: LeafValue | undefined;
  readonly mine: LeafValue | undefined;
  readonly theirs: LeafValue | undefined;
}

export interface LineMerge {
  /** Theirs, with what only I changed on top; where both changed, still theirs. */
  readonly values: LineValues;
  readonly conflicts: readonly LeafConflict[];
  /** What only they changed. */
  readonly theirChanges: readonly LeafKey[];
}

/** Three-way merge, leaf by leaf: what one side changed is taken, what both changed differently is a conflict. */
export function mergeLine(base: LineValues, mine: LineValues, theirs: LineValues): LineMerge {
  const [baseLeaves, myLeaves, theirLeaves] = [lineLeaves(base), lineLeaves(mine), lineLeaves(theirs)];
  const myChanges = changedLeaves(base, mine);
  const theirChanges = changedLeaves(base, theirs);
  const isConflict = (key: LeafKey) =>
    theirChanges.includes(key) && !isSameLeaf(key, myLeaves.get(key), theirLeaves.get(key));
  return {
    values: withLeavesFrom(
      theirs,
      mine,
      myChanges.filter((key) => !isConflict(key)),
    ),
    conflicts: myChanges.filter(isConflict).map((key) => ({
      key,
      base: baseLeaves.get(key),
      mine: myLeaves.get(key),
      theirs: theirLeaves.get(key),
    })),
    theirChanges: theirChanges.filter((key) => !myChanges.includes(key)),
  };
}

/** Whose value a person wants where both changed a field. */
export type Side = 'mine' | 'theirs';

/**
 * Both sides after a person has decided: what was decided about counts as read, so that it is no conflict any more,
 * unless somebody changes it once more.
 */
export function settleConflicts(
  { base, mine, theirs }: Readonly<Record<'base' | 'mine' | 'theirs', LineValues>>,
  decided: ReadonlyMap<LeafKey, Side>,
): { readonly base: LineValues; readonly mine: LineValues } {
  const keys = [...decided.keys()];
  return {
    base: withLeavesFrom(base, theirs, keys),
    mine: withLeavesFrom(
      mine,
      theirs,
      keys.filter((key) => decided.get(key) === 'theirs'),
    ),
  };
}
