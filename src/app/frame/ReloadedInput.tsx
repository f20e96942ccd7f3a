import { usePageInput } from '~/autosave/page-input';
import { useAllMessages } from '~/i18n/I18nProvider';

/** Says what becomes of text in the forms of this page when it is reloaded; nothing without any. */
export function ReloadedInput() {
  const { reloadedInput } = useAllMessages();
  const input = usePageInput();
  return input === 'none' ? null : <p>{reloadedInput[input]}</p>;
}
