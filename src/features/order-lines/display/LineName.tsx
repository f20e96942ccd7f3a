import { shownText } from '~/i18n/shown-text';
import type { OrderLineSummary } from '~/contract/order-line';
import { lineReference } from '~/domain/lines/references';
import type { BaseMessages } from '~/i18n/messages';
import { useMessages } from '~/i18n/I18nProvider';

type NameFacts = Pick<OrderLineSummary, 'order_reference' | 'temporary_reference'>;

/** A line's reference; before it is set the temporary one, marked as such. */
export function LineReferenceText({ line }: { readonly line: NameFacts }) {
  const { linesPage, common } = useMessages();
  const reference = lineReference(line);
  if (!reference) return common.none;
  return (
    <>
      {/* Before the value: what is cut off where room is short must not be the mark. */}
      {reference.isTemporary && <small title={linesPage.temporaryHint}>{linesPage.temporary} </small>}
      {shownText(reference.value)}
    </>
  );
}

/** What a line is called where there is no room for more: customer and order name, else its reference. */
export function lineName(
  line: NameFacts & Pick<OrderLineSummary, 'end_customer_name' | 'customer_order_name'>,
  { linesPage }: Pick<BaseMessages, 'linesPage'>,
): string {
  const names = [line.end_customer_name, line.customer_order_name].filter((name) => name !== '');
  if (names.length > 0) return names.map(shownText).join(' – ');
  const reference = lineReference(line);
  return reference ? shownText(reference.value) : linesPage.unnamedLine;
}
