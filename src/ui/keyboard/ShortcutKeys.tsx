import { Fragment } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import styles from './ShortcutKeys.module.css';

/** The keys of a shortcut as they stand on a keyboard: `mod+k` as Ctrl + K, `g l` as G then L. */
export function ShortcutKeys({ keys }: { readonly keys: string }) {
  const { keyboard } = useAllMessages();
  const names: Readonly<Record<string, string>> = {
    ...keyboard.keys,
    ...(navigator.userAgent.includes('Mac') ? { mod: '⌘' } : {}),
    shift: '⇧',
  };
  return (
    <span className={styles['keys']}>
      {keys.split(' ').map((pressed, index) => (
        <Fragment key={index}>
          {index > 0 && ` ${keyboard.followedBy} `}
          {pressed.split(/\+(?=.)/).map((key, index) => (
            <Fragment key={key}>
              {index > 0 && '+'}
              <kbd>{names[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</kbd>
            </Fragment>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
