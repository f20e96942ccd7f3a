import { useAllMessages } from '~/i18n/I18nProvider';
import type { CheckEntry } from './check-entries';

/** Where the values of a row are already. Nothing for a row that is new. */
export function DuplicateText({ duplicate }: Pick<CheckEntry, 'duplicate'>) {
  const { importing } = useAllMessages();
  if (!duplicate) return null;
  if (duplicate.where === 'file') return <p>{importing.doubleOfRow(duplicate.rowNumber)}</p>;
  return <p>{duplicate.where === 'cart' ? importing.doubleOfCart : importing.doubleOfDraft}</p>;
}
