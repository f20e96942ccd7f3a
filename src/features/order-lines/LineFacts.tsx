import type { OrderLine, ReadOnlyLineField } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { CopyButton } from '~/ui/CopyButton';
import { ExactTime } from '~/ui/ExactTime';
import { Facts } from '~/ui/Facts';
import { Panel } from '~/ui/Panel';

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

/** What the API alone says of a line: its references and dates. What it has not said is left out. */
export function LineFacts({ line }: { readonly line: OrderLine }) {
  const { linePage, lineFields } = useAllMessages();
  const facts = [
    ...REFERENCES.filter((field) => line[field] !== '').map((field) => ({
      label: lineFields[field],
      value: (
        <>
          {line[field]}
          <CopyButton value={line[field]} what={lineFields[field]} />
        </>
      ),
    })),
    ...DATES.filter((field) => line[field] !== '').map((field) => ({
      label: lineFields[field],
      value: <ExactTime value={line[field]} withTime={field !== 'expiration_date'} />,
    })),
  ];
  return (
    <Panel title={linePage.facts}>
      <Facts facts={facts} stacked />
    </Panel>
  );
}
