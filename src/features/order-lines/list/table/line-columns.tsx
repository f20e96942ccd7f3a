import { shownText } from '~/i18n/shown-text';
import { useMemo } from 'react';
import { cartHref, lineHref } from '~/features/order-lines/display/hrefs';
import { dayOf } from '~/contract/moments';
import type { OrderLineSummary } from '~/contract/order-line';
import { isKnownLineState } from '~/contract/states';
import { LINE_SORTS } from '~/domain/lists/list-search-params';
import { lineReference } from '~/domain/lines/references';
import type { BaseMessages } from '~/i18n/messages';
import type { Formats } from '~/i18n/formats';
import { useI18n } from '~/i18n/I18nProvider';
import type { Column } from '~/ui/table/table-model';
import { DraftExpiryNote } from '~/features/order-lines/display/DraftExpiryNote';
import type { UnsavedMarks } from '~/features/lists/unsaved/unsaved-marks';
import { LineReferenceText } from '~/features/order-lines/display/LineName';
import { LineStateBadge } from '~/features/order-lines/display/LineStateBadge';
import { isSummaryField, LINE_COLUMNS, LINE_COLUMN_WIDTHS, type SummaryField } from './line-table';

/** All columns of the list of lines, named by the API's fields, under which the API also sorts. */
export function useLineColumns(marks: UnsavedMarks): readonly Column<OrderLineSummary>[] {
  const { messages, formats } = useI18n();
  return useMemo(
    () =>
      LINE_COLUMNS.map((field) => ({
        key: field,
        header: columnHeader(field, messages),
        width: LINE_COLUMN_WIDTHS[field],
        ...(LINE_SORTS.some((sort) => sort === field) ? { sortKey: field } : {}),
        ...(COPIED.includes(field) ? { copy: (line: OrderLineSummary) => copied(field, line) } : {}),
        ...(LONG.includes(field) ? { isLong: true } : {}),
        ...(TITLED.includes(field) ? { title: (line: OrderLineSummary) => shownText(line[field]) } : {}),
        cell: (line: OrderLineSummary) => cellOf(field, line, messages, formats, marks),
      })),
    [messages, formats, marks],
  );
}

export function columnHeader(field: SummaryField, { lineFields, linesPage }: BaseMessages): string {
  return field === 'order_reference' ? linesPage.reference : lineFields[field];
}

const COPIED: readonly SummaryField[] = ['order_reference', 'id'];
const LONG: readonly SummaryField[] = ['end_customer_name', 'customer_order_name', 'external_id'];
const TITLED: readonly SummaryField[] = [...LONG, 'creation_date', 'order_date', 'scheduled_delivery_date'];

function copied(field: SummaryField, line: OrderLineSummary): string {
  return field === 'order_reference' ? (lineReference(line)?.value ?? '') : line[field];
}

function cellOf(
  field: SummaryField,
  line: OrderLineSummary,
  { linesPage }: BaseMessages,
  { shortDate }: Formats,
  marks: UnsavedMarks,
) {
  switch (field) {
    case 'order_reference':
      return (
        <a href={lineHref(line.id)}>
          {marks.get(line.id)}
          <LineReferenceText line={line} />
        </a>
      );
    case 'state':
      return <LineStateBadge line={line} />;
    case 'scheduled_delivery_date':
      return line[field] === '' ? null : shortDate(dayOf(line[field]));
    case 'creation_date':
    case 'order_date':
      return line[field] === '' ? null : shortDate(line[field]);
    case 'expiration_date':
      return line.state === 'created' ? <DraftExpiryNote line={line} /> : null;
    case 'product_order_id':
      return line.product_order_id === '' ? null : (
        <a href={cartHref(line.product_order_id)} aria-label={linesPage.openCart}>
          {linesPage.open}
        </a>
      );
    default:
      return shownText(line[field]);
  }
}

/** What a cell says, as text, for a file: dates and ids as the API sent them, states in words. */
export function cellText(field: SummaryField, line: OrderLineSummary, { lineStates }: BaseMessages): string {
  if (field === 'order_reference') return lineReference(line)?.value ?? '';
  if (field === 'state') return isKnownLineState(line.state) ? lineStates[line.state] : line.state;
  return line[field];
}

/** The columns that a person shows, in their order. */
export function shownFields(names: readonly string[]): SummaryField[] {
  return names.filter(isSummaryField);
}
