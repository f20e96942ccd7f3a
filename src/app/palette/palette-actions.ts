import { useNavigate } from '@tanstack/react-router';
import { useAllMessages, useI18n } from '~/i18n/I18nProvider';
import { LANGUAGES } from '~/i18n/language';
import { chooseColorScheme, COLOR_SCHEMES } from '~/ui/browser/color-scheme';
import { registeredShortcuts, type Shortcut } from '~/ui/keyboard/shortcuts';
import { LANGUAGE_NAMES } from '~/i18n/language-names';
import type { PaletteEntry } from './palette-entries';

/** What can be done without searching: the shortcuts of the page below, and what has none. */
export function usePaletteActions(shortcuts: readonly Shortcut[]): readonly PaletteEntry[] {
  const { chooseLanguage } = useI18n();
  const { shell, cartsPage } = useAllMessages();
  const navigate = useNavigate();
  return [
    ...shortcuts
      .filter(({ keys, run }) => run && keys !== 'mod+k')
      .map(({ keys, label, group }) => ({ id: keys, group, label, keys, run: () => runShortcut(keys) })),
    {
      id: 'new-cart',
      group: shell.carts,
      label: cartsPage.newCart,
      run: () => void navigate({ to: '/carts', hash: 'new' }),
    },
    ...LANGUAGES.map((language) => ({
      id: language,
      group: shell.language,
      label: LANGUAGE_NAMES[language],
      run: () => chooseLanguage(language),
    })),
    ...COLOR_SCHEMES.map((scheme) => ({
      id: scheme,
      group: shell.theme,
      label: shell.themes[scheme],
      run: () => chooseColorScheme(scheme),
    })),
  ];
}

/** The page may have moved on since the palette was opened: what its shortcut does is asked for when it is done. */
function runShortcut(keys: string): void {
  registeredShortcuts()
    .find((shortcut) => shortcut.keys === keys)
    ?.run?.();
}
