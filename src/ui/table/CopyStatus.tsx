import { useMessages } from '~/i18n/I18nProvider';
import styles from './CopyStatus.module.css';
import type { Copying } from './use-row-events';

/** Says that a value was copied, or that the browser refused it. */
export function CopyStatus({ outcome, count }: Copying) {
  const { common } = useMessages();
  return (
    <p role="status" className={outcome === 'refused' ? styles['refused'] : 'visually-hidden'}>
      {outcome === 'copied' && common.copied}
      {outcome === 'refused' && common.copyRefused}
      {/* A second copy is said again only where the text is another one. */}
      {count % 2 === 0 && '\u00a0'}
    </p>
  );
}
