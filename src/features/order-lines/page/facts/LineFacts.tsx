import type { OrderLine } from '~/contract/order-line';
import { lineFieldValues } from '~/domain/fields/field-paths';
import { postalAddress } from '~/domain/lines/site-summary';
import { useEditorMessages, useFormats } from '~/i18n/I18nProvider';
import { fieldLabel } from '~/i18n/field-label';
import { CopyableText } from '~/ui/facts/CopyableText';
import { Facts } from '~/ui/facts/Facts';
import { Panel } from '~/ui/panel/Panel';
import styles from './ConfirmedLine.module.css';
import { isCode } from '~/features/order-lines/labels/line-sections';
import { toRejections } from '~/features/order-lines/rejections/rejection-texts';
import { lineSummary } from '~/features/order-lines/summary/line-summary';
import { readableValue } from '~/features/order-lines/summary/readable-value';

/** Everything that is filled on a line, section by section; a rejected value says so where it stands. */
export function LineFacts({ line }: { readonly line: OrderLine }) {
  const messages = useEditorMessages();
  const formats = useFormats();
  const { linePage } = messages;
  const rejections = toRejections(line, {}, messages.rejections);
  const values = lineFieldValues(line);
  return lineSummary(line, messages, [...rejections.keys()]).map(({ title, facts, site }) => (
    <Panel key={title} title={title} aside={<CopyAddress line={line} site={site} title={title} />}>
      <Facts
        facts={facts.map(({ key, label, value }) => {
          const raw = values.get(key);
          const rejection = rejections.get(key);
          const text = value === '' ? linePage.empty : readableValue(key, value, formats);
          const isCopied = isCode(key) && typeof raw === 'string' && raw !== '';
          return {
            label,
            value: isCopied ? (
              <CopyableText text={text} value={raw} what={fieldLabel(key, messages)} />
            ) : (
              text
            ),
            ...(rejection === undefined ? {} : { id: key, error: linePage.rejectedValue(rejection) }),
          };
        })}
      />
    </Panel>
  ));
}

interface CopyAddressProps {
  readonly line: OrderLine;
  /** The index of the site; none in a section of something else. */
  readonly site: number | undefined;
  readonly title: string;
}

/** The address stands in several fields, and is copied in one. */
function CopyAddress({ line, site, title }: CopyAddressProps) {
  const { linePage } = useEditorMessages();
  const contact = site === undefined ? undefined : line.related_contact_information[site];
  const address = contact ? postalAddress(contact) : '';
  return (
    address !== '' && (
      <small className={styles['address']}>
        <CopyableText
          text={linePage.postalAddress}
          value={address}
          what={`${linePage.postalAddress} (${title})`}
        />
      </small>
    )
  );
}
