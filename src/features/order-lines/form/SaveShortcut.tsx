import { useEditorMessages } from '~/i18n/I18nProvider';
import { useShortcuts } from '~/ui/keyboard/shortcuts';

/** Ctrl+S saves, wherever the cursor is; the browser's own dialog stays away. */
export function SaveShortcut({ onSave }: { readonly onSave: () => void }) {
  const { common, linePage } = useEditorMessages();
  useShortcuts([{ keys: 'mod+s', label: common.save, group: linePage.keys, whileTyping: true, run: onSave }]);
  return null;
}
