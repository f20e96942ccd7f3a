import { CopyButton } from './CopyButton';
import styles from './CopyButton.module.css';

interface CopyableTextProps {
  readonly text: string;
  /** What is copied: the value to the letter. */
  readonly value: string;
  readonly what: string;
}

/** A text with its button, which is not left alone on a line. */
export function CopyableText({ text, ...copied }: CopyableTextProps) {
  return (
    <>
      <span className={styles['text']}>{text}</span>
      <CopyButton {...copied} />
    </>
  );
}
