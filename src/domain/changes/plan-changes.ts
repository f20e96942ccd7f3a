import type { OrderLine, LineValues } from '~/contract/order-line';
import { fieldLock, type LockReason } from '~/domain/fields/field-lock';
import {
  changedFields,
  fieldOfPath,
  lineFieldValues,
  withFieldsFrom,
  type FieldPath,
  type FieldValue,
} from '~/domain/fields/field-paths';
import { CPE_FIELDS, hasCpeOption, leftoverCpeFields } from '~/domain/fields/offer-rules';
import { REQUIRED_TO_CREATE } from '~/domain/lines/confirmation-readiness';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { applyActions, type LineAction } from './line-actions';

/** Why a field of a line stays as it is. `required`: a line is not created without it, so it is not emptied. */
type StayFieldReason = LockReason | 'required';

/** One field of a line before and after. */
interface PlannedField {
  readonly key: FieldPath;
  readonly before: FieldValue | undefined;
  readonly after: FieldValue | undefined;
}

/** A field that the actions would change, and that stays. */
interface StayingField {
  readonly key: FieldPath;
  readonly reason: StayFieldReason;
}

interface Planned {
  readonly line: OrderLine;
  readonly staying: readonly StayingField[];
}

/** What actions do to one line, as it was read. `same`: it has the values already, and costs no request. */
export type PlannedLine = Planned &
  (
    | {
        readonly kind: 'change';
        readonly values: LineValues;
        readonly changes: readonly PlannedField[];
        /** The CPE fields that its new option 7021 still asks for. */
        readonly neededCpe: readonly FieldPath[];
        /** The CPE fields that are emptied, as option 7021 goes. */
        readonly emptiedCpe: readonly FieldPath[];
      }
    | { readonly kind: 'same' }
    | { readonly kind: 'left-out' }
  );

/** What actions do to a line. Fields that may not change stay; a line of which nothing changes is left out. */
export function planLine(line: OrderLine, actions: readonly LineAction[]): PlannedLine {
  const wanted = applyActions(line, actions);
  const different = changedFields(line, wanted);
  if (!isDraft(line) && different.length > 0) {
    return { kind: 'left-out', line, staying: different.map((key) => ({ key, reason: 'not-draft' })) };
  }
  const staying = different.flatMap((key): StayingField[] => {
    const reason = stayReason(line, wanted, key);
    return reason === null ? [] : [{ key, reason }];
  });
  const keys = different.filter((key) => !staying.some((field) => field.key === key));
  if (keys.length === 0) return { kind: staying.length === 0 ? 'same' : 'left-out', line, staying };
  const values = withFieldsFrom(line, wanted, keys);
  return {
    kind: 'change',
    line,
    values,
    changes: fieldChanges(line, values),
    staying,
    neededCpe:
      hasCpeOption(values) && !hasCpeOption(line)
        ? CPE_FIELDS.filter((field) => values[field].trim() === '')
        : [],
    emptiedCpe: leftoverCpeFields(line, values.option_ids),
  };
}

function stayReason(line: OrderLine, wanted: LineValues, key: FieldPath): StayFieldReason | null {
  const field = fieldOfPath(key);
  if (field === null) return null;
  const isEmptied =
    REQUIRED_TO_CREATE.some((required) => required === key) && lineFieldValues(wanted).get(key) === '';
  return isEmptied ? 'required' : fieldLock(line, field, line);
}

/** The fields that differ, with both values. */
export function fieldChanges(before: LineValues, after: LineValues): PlannedField[] {
  const [left, right] = [lineFieldValues(before), lineFieldValues(after)];
  return changedFields(before, after).map((key) => ({
    key,
    before: left.get(key),
    after: right.get(key),
  }));
}

type ChangedLine = Extract<PlannedLine, { kind: 'change' }>;

/** What actions do to many lines. */
export interface ChangePlan {
  readonly changed: readonly ChangedLine[];
  readonly sameCount: number;
  readonly leftOut: readonly PlannedLine[];
  /** How many lines keep a field for a reason, in changed lines and in those that are left out. */
  readonly stays: readonly (StayingField & { readonly lines: number })[];
  /** How many lines need CPE fields for the confirmation, and how many lose theirs. */
  readonly needCpe: number;
  readonly loseCpe: number;
}

/** Plans actions on lines; a line that is named twice counts once. */
export function planChanges(lines: readonly OrderLine[], actions: readonly LineAction[]): ChangePlan {
  const unique = new Map(lines.map((line) => [line.id, line]));
  const planned = [...unique.values()].map((line) => planLine(line, actions));
  const changed = planned.filter((entry) => entry.kind === 'change');
  return {
    changed,
    sameCount: planned.filter(({ kind }) => kind === 'same').length,
    leftOut: planned.filter(({ kind }) => kind === 'left-out'),
    stays: countStays(planned),
    needCpe: changed.filter(({ neededCpe }) => neededCpe.length > 0).length,
    loseCpe: changed.filter(({ emptiedCpe }) => emptiedCpe.length > 0).length,
  };
}

function countStays(planned: readonly PlannedLine[]): ChangePlan['stays'] {
  const counts = new Map<string, StayingField & { readonly lines: number }>();
  for (const { staying } of planned) {
    for (const field of staying) {
      const name = `${field.key} ${field.reason}`;
      counts.set(name, { ...field, lines: (counts.get(name)?.lines ?? 0) + 1 });
    }
  }
  return [...counts.values()];
}
