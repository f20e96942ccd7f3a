import { useState } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import { writeClipboard } from '~/ui/browser/clipboard';
import styles from './CopyButton.module.css';

interface CopyButtonProps {
  readonly value: string;
  /** What is copied, for the button's name. */
  readonly what: string;
}

/** Copies a value and says so, or that the browser refuses, until the button is left. */
export function CopyButton({ value, what }: CopyButtonProps) {
  const { common } = useMessages();
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  return (
    <>
      <button
        type="button"
        className={styles['copy']}
        aria-label={common.copy(what)}
        title={common.copy(what)}
        onClick={() => void writeClipboard(value).then(setOutcome)}
        onBlur={() => setOutcome('none')}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          {outcome === 'copied' ? (
            <path d="m3 8.5 3.2 3.2L13 4.5" />
          ) : (
            <path d="M5.5 5.5h7v8h-7zM3.5 10.5v-8h7" />
          )}
        </svg>
      </button>
      <span role="status" className={outcome === 'refused' ? styles['refused'] : 'visually-hidden'}>
        {outcome === 'copied' && common.copied}
        {outcome === 'refused' && common.copyRefused}
      </span>
    </>
  );
}
