import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import type { Keeping } from '~/kept/keeper';
import styles from './LineForm.module.css';

/** Says that what is typed would be lost with the page, and why. */
export function KeepingTrouble({ trouble }: { readonly trouble: NonNullable<Keeping['trouble']> }) {
  const { keptText } = useUnsavedMessages();
  return (
    <p role="alert" className={styles['trouble']}>
      ⚠ {keptText[trouble]}
    </p>
  );
}
