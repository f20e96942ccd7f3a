import type { LineField } from '~/contract/order-line';
import { useAllMessages, useMessages } from '~/i18n/I18nProvider';

interface NotCopiedProps {
  /** Filled on the original and not on the copy. */
  readonly fields: readonly LineField[];
  /** Not carried by the answer that the original was read from. */
  readonly unknown: readonly LineField[];
}

/** What does not come along from a line to its copy. */
export function NotCopiedNote({ fields, unknown }: NotCopiedProps) {
  const { lineFields } = useMessages();
  const { duplicating } = useAllMessages();
  const names = (list: readonly LineField[]) => [...new Set(list)].map((field) => labelOf(field)).join(', ');
  const labelOf = (field: LineField) =>
    field === 'related_contact_information' ? duplicating.siteAndContacts : lineFields[field];
  return (
    <div>
      <p>
        <strong>{duplicating.notCopied}</strong>{' '}
        {[...(fields.length > 0 ? [names(fields)] : []), duplicating.apiOnly].join(', ')}.
      </p>
      {unknown.length > 0 && <p>{duplicating.unknown(names(unknown))}</p>}
    </div>
  );
}
