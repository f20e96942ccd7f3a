import { shownText } from '~/i18n/shown-text';
import type { OrderLine, ReadOnlyLineField } from '~/contract/order-line';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { CopyableText } from '~/ui/facts/CopyableText';
import { ExactTime } from '~/ui/facts/ExactTime';
import { Facts } from '~/ui/facts/Facts';
import { Panel } from '~/ui/panel/Panel';

const REFERENCES = [
  'order_reference',
  'temporary_reference',
  'building_ref',
  'id',
] as const satisfies ReadOnlyLineField[];
const DATES = [
  'creation_date',
  'order_date',
  'completion_date',
  'cancellation_date',
  'expiration_date',
] as const satisfies ReadOnlyLineField[];

interface LineReferencesProps {
  readonly line: OrderLine;
  /** For a narrow place. */
  readonly stacked?: boolean;
}

/** What the API alone says of a line: its references and dates. What it has not said is left out. */
export function LineReferences({ line, stacked = false }: LineReferencesProps) {
  const { linePage, lineFields } = useEditorMessages();
  const facts = [
    ...REFERENCES.filter((field) => line[field] !== '').map((field) => ({
      label: lineFields[field],
      value: <CopyableText text={shownText(line[field])} value={line[field]} what={lineFields[field]} />,
    })),
    ...DATES.filter((field) => line[field] !== '').map((field) => ({
      label: lineFields[field],
      value: <ExactTime value={line[field]} withTime={field !== 'expiration_date'} />,
    })),
  ];
  return (
    <Panel title={linePage.facts}>
      <Facts facts={facts} stacked={stacked} />
    </Panel>
  );
}
