import { useState } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import styles from './CopyButton.module.css';

interface CopyButtonProps {
  readonly value: string;
  /** What is copied, for the button's name. */
  readonly what: string;
}

export function CopyButton({ value, what }: CopyButtonProps) {
  const { common } = useMessages();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setIsCopied(true);
  };
  return (
    <>
      <button
        type="button"
        className={styles['copy']}
        aria-label={common.copy(what)}
        title={common.copy(what)}
        onClick={() => void copy()}
        onBlur={() => setIsCopied(false)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          {isCopied ? <path d="m3 8.5 3.2 3.2L13 4.5" /> : <path d="M5.5 5.5h7v8h-7zM3.5 10.5v-8h7" />}
        </svg>
      </button>
      <span role="status" className="visually-hidden">
        {isCopied ? common.copied : ''}
      </span>
    </>
  );
}
