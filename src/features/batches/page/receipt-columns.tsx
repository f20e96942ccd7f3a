import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { BatchRow } from '~/domain/batches/batch';
import { totalKind, type TotalKind } from '~/domain/batches/batch-totals';
import type { RowState } from '~/domain/batches/row-state';
import { fieldsStoredOtherwise } from '~/domain/batches/change-step';
import { fieldChanges } from '~/domain/changes/plan-changes';
import { valueText } from '~/features/order-lines/labels/line-labels';
import { isToolReference } from '~/domain/carts/tool-reference';
import { shownText } from '~/i18n/shown-text';
import { lineName } from '~/features/order-lines/display/LineName';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages } from '~/i18n/I18nProvider';
import type { Messages } from '~/i18n/messages';
import { Badge } from '~/ui/feedback/Badge';
import type { Tone } from '~/ui/theme';
import type { Column } from '~/ui/table/table-model';

/** A row of a batch with its place, from 1. */
export interface ReceiptRow extends BatchRow {
  readonly number: number;
}

const TONES = {
  created: 'good',
  changed: 'good',
  present: 'good',
  unchanged: 'neutral',
  removed: 'neutral',
  reverted: 'neutral',
  skipped: 'neutral',
  failed: 'bad',
  conflict: 'warning',
  unknown: 'warning',
  sending: 'progress',
  waiting: 'neutral',
} as const satisfies Record<TotalKind, Tone>;

/** What a row's line is called. */
export function rowName({ values }: BatchRow, messages: Messages): string {
  return lineName({ ...values, order_reference: '', temporary_reference: '' }, messages);
}

export function rowReference({ values }: BatchRow): string {
  return values.external_id;
}

/** The reference that a person gave; '' for one of the desk's own. */
function personsReference(row: BatchRow): string {
  const reference = rowReference(row);
  return isToolReference(reference) ? '' : shownText(reference);
}

/** The state of a row in a word. */
export function rowOutcomeText(state: RowState, { batches }: Messages): string {
  if (state.kind === 'unknown' && state.candidates.length > 0) return batches.toDecide;
  return batches.rowKinds[totalKind(state)];
}

/** The line of a row: the one that it changes, or created; null without one. */
export function rowLineId({ state, change }: Pick<BatchRow, 'state' | 'change'>): string | null {
  if (change) return change.lineId;
  return 'lineId' in state && state.kind !== 'removed' ? state.lineId : null;
}

/** What a row changes, field by field; '' for a creation. */
export function changeText({ values, change }: BatchRow, messages: Messages): string {
  return (change ? fieldChanges(change.base, values) : [])
    .map(({ key, before, after }) => {
      const [old, now] = [valueText(before, messages), valueText(after, messages)];
      return messages.changing.pair(fieldLabel(key, messages), `${old} → ${now}`);
    })
    .join('; ');
}

/** Why a row has no line, why an undo left it, or what the API made of it; '' for any other. */
export function reasonText(row: Pick<BatchRow, 'values' | 'state' | 'change'>, messages: Messages): string {
  const { batches, errors } = messages;
  const { state } = row;
  const otherwise = fieldsStoredOtherwise(row).map((field) => fieldLabel(field, messages));
  if (state.kind === 'changed' && state.stays) return batches.stays[state.stays];
  if (otherwise.length > 0) return batches.storedOtherwise(otherwise.join(', '));
  if (state.kind === 'skipped') return batches.skips[state.why];
  if (state.kind === 'created' && state.stays) return batches.stays[state.stays];
  if (state.kind !== 'failed') return '';
  const said = state.messages.map(({ field, text }) =>
    shownText(field === '' ? text : `${fieldLabel(field, messages)}: ${text}`),
  );
  const [, problem = ''] = Object.entries(errors).find(([kind]) => kind === state.problem) ?? [];
  return said.length > 0 || typeof problem !== 'string' ? said.join(' ') : problem;
}

function changeColumn(messages: Messages): Column<ReceiptRow> {
  const text = (row: ReceiptRow) => changeText(row, messages);
  return {
    key: 'change',
    header: messages.batches.change,
    width: 300,
    isLong: true,
    title: text,
    cell: text,
  };
}

/** The columns of a receipt; `isChange` for a batch of changes. */
export function useReceiptColumns(isChange: boolean): readonly Column<ReceiptRow>[] {
  const messages = useAllMessages();
  return useMemo(() => {
    const { batches, lineFields } = messages;
    return [
      {
        key: 'name',
        header: batches.name,
        width: 260,
        cell: (row) => {
          const name = `${row.number}. ${rowName(row, messages)}`;
          const lineId = rowLineId(row);
          if (lineId === null) return name;
          return (
            <Link to="/lines/$lineId" params={{ lineId }}>
              {name}
            </Link>
          );
        },
      },
      {
        key: 'external_id',
        header: lineFields.external_id,
        width: 190,
        isLong: true,
        title: (row) => personsReference(row),
        cell: (row) => personsReference(row),
      },
      {
        key: 'outcome',
        header: batches.outcome,
        width: 140,
        cell: ({ state }) => <Badge tone={TONES[totalKind(state)]}>{rowOutcomeText(state, messages)}</Badge>,
      },
      ...(isChange ? [changeColumn(messages)] : []),
      { key: 'reason', header: batches.reason, width: 280, cell: (row) => reasonText(row, messages) },
    ];
  }, [messages, isChange]);
}
