import type { LineField, LineValues, OrderLine } from '~/contract/order-line';
import { fieldLock } from '~/domain/fields/field-lock';
import {
  changedFields,
  fieldOfPath,
  isSameField,
  lineFieldValues,
  withFieldsFrom,
  type FieldPath,
  type FieldValue,
} from '~/domain/fields/field-paths';

/**
 * The smallest body of "Updating Order Line Information" that turns `saved` into `mine`: fields that changed and may
 * change. The contact block goes whole, built from `saved`, for nothing says whether a PATCH merges or replaces it.
 */
export function smallestPatch(saved: OrderLine, mine: LineValues): Partial<LineValues> {
  const changed = changedFields(saved, mine).filter((key) => {
    const field = fieldOfPath(key);
    return field !== null && fieldLock(saved, field, mine) === null;
  });
  return pickFields(withFieldsFrom(saved, mine, changed), fieldsOfPaths(changed));
}

/** The body that creates a line: what was filled, nothing for what was not, no ENNI for DIA. */
export function creationValues(values: LineValues): Partial<LineValues> {
  const filled = [...lineFieldValues(values)]
    .filter(([, value]) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([key]) => key)
    .filter((key) => {
      const field = fieldOfPath(key);
      return field !== null && fieldLock(null, field, values) === null;
    });
  return pickFields(values, fieldsOfPaths(filled));
}

function fieldsOfPaths(keys: readonly FieldPath[]): LineField[] {
  return [...new Set(keys.map(fieldOfPath))].filter((field) => field !== null);
}

function pickFields(values: LineValues, fields: readonly LineField[]): Partial<LineValues> {
  const { related_contact_information: contacts, ...scalars } = values;
  return {
    ...Object.fromEntries(Object.entries(scalars).filter(([name]) => fields.some((field) => field === name))),
    ...(fields.includes('related_contact_information') ? { related_contact_information: contacts } : {}),
  };
}

/** A difference between a sent value and the stored one. */
export interface EchoDifference {
  readonly key: FieldPath;
  readonly sent: FieldValue;
  /** What the API has now; undefined when its answer does not carry the field, so that it cannot be compared. */
  readonly stored: FieldValue | undefined;
}

/**
 * Compares what was sent with the line as the API has it afterwards: the echo is the truth (the ENNI of a DIA line is
 * replaced, other values may be normalised).
 */
export function compareEcho(sent: Partial<LineValues>, answer: OrderLine): EchoDifference[] {
  const stored = lineFieldValues(answer);
  const expected = lineFieldValues({ ...answer, ...sent });
  return [...expected].flatMap(([key, value]): EchoDifference[] => {
    const field = fieldOfPath(key);
    if (field === null || sent[field] === undefined) return [];
    if (!answer.returned.includes(field)) return [{ key, sent: value, stored: undefined }];
    return isSameField(key, value, stored.get(key))
      ? []
      : [{ key, sent: value, stored: stored.get(key) ?? '' }];
  });
}

/** A field that both sides changed to different values. */
export interface FieldConflict {
  readonly key: FieldPath;
  readonly base: FieldValue | undefined;
  readonly mine: FieldValue | undefined;
  readonly theirs: FieldValue | undefined;
}

export interface LineMerge {
  /** Theirs, with what only I changed on top; where both changed, still theirs. */
  readonly values: LineValues;
  readonly conflicts: readonly FieldConflict[];
  /** What only they changed. */
  readonly theirChanges: readonly FieldPath[];
}

/** Three-way merge per field: a change of one side is taken, different changes of both are a conflict. */
export function mergeLine(base: LineValues, mine: LineValues, theirs: LineValues): LineMerge {
  const [baseFields, myFields, theirFields] = [
    lineFieldValues(base),
    lineFieldValues(mine),
    lineFieldValues(theirs),
  ];
  const myChanges = changedFields(base, mine);
  const theirChanges = changedFields(base, theirs);
  const isConflict = (key: FieldPath) =>
    theirChanges.includes(key) && !isSameField(key, myFields.get(key), theirFields.get(key));
  return {
    values: withFieldsFrom(
      theirs,
      mine,
      myChanges.filter((key) => !isConflict(key)),
    ),
    conflicts: myChanges.filter(isConflict).map((key) => ({
      key,
      base: baseFields.get(key),
      mine: myFields.get(key),
      theirs: theirFields.get(key),
    })),
    theirChanges: theirChanges.filter((key) => !myChanges.includes(key)),
  };
}

/** The fields that were typed in and that the line, as it is now, has otherwise. */
export function unsavedFields(base: LineValues, mine: LineValues, now: LineValues): FieldPath[] {
  const different = changedFields(now, mine);
  return changedFields(base, mine).filter((key) => different.includes(key));
}

/** The side whose value a person chose for a conflict. */
export type Side = 'mine' | 'theirs';

/**
 * Both sides after a decision. A decided field takes its base from theirs, so it is no conflict until it changes again.
 */
export function resolveConflicts(
  { base, mine, theirs }: Readonly<Record<'base' | 'mine' | 'theirs', LineValues>>,
  decided: ReadonlyMap<FieldPath, Side>,
): { readonly base: LineValues; readonly mine: LineValues } {
  const keys = [...decided.keys()];
  return {
    base: withFieldsFrom(base, theirs, keys),
    mine: withFieldsFrom(
      mine,
      theirs,
      keys.filter((key) => decided.get(key) === 'theirs'),
    ),
  };
}
