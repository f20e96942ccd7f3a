import { useEffect, useEffectEvent, useRef, useState } from 'react';
import styles from './FilterBar.module.css';

/** In milliseconds: how long typing has to rest before it counts. */
const PAUSE = 200;

interface TextFilterProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly isSearch?: boolean;
  readonly onChange: (value: string) => void;
}

/**
 * Text that filters a list: what is being typed lives here and nowhere else, and counts after a short pause, or at once
 * with Enter. A value that changes from outside (Back, a link, "clear") replaces it.
 */
export function TextFilter({ label, value, placeholder, isSearch = false, onChange }: TextFilterProps) {
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The value that was handed up last: when it comes back as `value`, newer typing must not be replaced by it. */
  const [sent, setSent] = useState(value);

  if (value !== shown) {
    setShown(value);
    if (value !== sent) {
      setTyped(value);
      setSent(value);
    }
  }

  const commit = (text: string) => {
    clearTimeout(timer.current);
    setSent(text.trim());
    if (text.trim() !== value) onChange(text.trim());
  };

  const commitLater = (text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      // A value from outside may have replaced it.
      if (input.current?.value === text) commit(text);
    }, PAUSE);
  };

  // A list that was left in the middle of typing is kept, and goes on with it when one comes back.
  const goOn = useEffectEvent(() => {
    if (typed.trim() !== value) commitLater(typed);
  });
  useEffect(() => {
    goOn();
    return () => clearTimeout(timer.current);
  }, []);

  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <input
        ref={input}
        className={styles['input']}
        type={isSearch ? 'search' : 'text'}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          commitLater(text);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit(typed);
        }}
      />
    </label>
  );
}
