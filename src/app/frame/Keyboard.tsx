import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useShortcuts } from '~/ui/keyboard/shortcuts';
import styles from './Keyboard.module.css';
import { LazyLocalDataDialog, LazyShortcutsHelp } from './lazy';
import { LazyCommandPalette } from '~/app/palette/lazy';

/** The shortcuts that hold on every page, the button that lists them, and the dialogs that they open. */
export function Keyboard() {
  const { keyboard, palette, shell } = useAllMessages();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'help' | 'palette' | 'local-data' | null>(null);
  const close = () => setOpen(null);

  useShortcuts(
    [
      {
        keys: 'g l',
        label: shell.orderLines,
        group: keyboard.goTo,
        run: () => void navigate({ to: '/lines' }),
      },
      { keys: 'g c', label: shell.carts, group: keyboard.goTo, run: () => void navigate({ to: '/carts' }) },
      { keys: 'g d', label: keyboard.localData, group: keyboard.goTo, run: () => setOpen('local-data') },
      { keys: 'mod+k', label: palette.title, group: keyboard.everywhere, run: () => setOpen('palette') },
      { keys: '?', label: keyboard.title, group: keyboard.everywhere, run: () => setOpen('help') },
    ],
    'every page',
  );

  return (
    <>
      <button
        type="button"
        className={styles['keyboard']}
        aria-label={keyboard.title}
        title={keyboard.title}
        onClick={() => setOpen('help')}
      >
        <kbd aria-hidden="true">?</kbd>
      </button>
      <Suspense>
        {open === 'help' && <LazyShortcutsHelp onClose={close} onLocalData={() => setOpen('local-data')} />}
        {open === 'palette' && <LazyCommandPalette onClose={close} />}
        {open === 'local-data' && <LazyLocalDataDialog onClose={close} />}
      </Suspense>
    </>
  );
}
