import { useId } from 'react';
import type { QuoteChoice } from '~/domain/line-duplicate';
import { useEntryMessages } from '~/i18n/entry-messages';
import styles from './DuplicateLineDialog.module.css';

interface QuoteQuestionProps {
  readonly question: string;
  readonly choice: QuoteChoice;
  readonly onChoose: (choice: QuoteChoice) => void;
}

/** Whether a duplicate stays with the quote, and what follows from that. */
export function QuoteQuestion({ question, choice, onChoose }: QuoteQuestionProps) {
  const { duplicating } = useEntryMessages();
  const name = useId();
  return (
    <fieldset className={styles['choices']}>
      <legend>{question}</legend>
      {(['leave', 'keep'] as const).map((offered) => (
        <label key={offered}>
          <input type="radio" name={name} checked={choice === offered} onChange={() => onChoose(offered)} />
          <span>{duplicating.quoteChoices[offered]}</span>
        </label>
      ))}
    </fieldset>
  );
}
