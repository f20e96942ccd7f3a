import { useAllMessages } from '~/i18n/I18nProvider';
import { useShortcuts } from '~/ui/shortcuts';

/** Ctrl+S saves, wherever the cursor is; the browser's own dialog stays away. */
export function SaveShortcut({ onSave }: { readonly onSave: () => void }) {
  const { common, linePage } = useAllMessages();
  useShortcuts([{ keys: 'mod+s', label: common.save, group: linePage.keys, whileTyping: true, run: onSave }]);
  return null;
}
