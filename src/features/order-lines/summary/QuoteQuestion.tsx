import { Radio } from '@mantine/core';
import { useId } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import type { QuoteChoice } from '~/domain/lines/line-duplicate';
import styles from './QuoteQuestion.module.css';

interface QuoteQuestionProps {
  readonly question: string;
  readonly choice: QuoteChoice;
  readonly onChoose: (choice: QuoteChoice) => void;
}

/** Whether a duplicate stays with the quote, and what follows from that. */
export function QuoteQuestion({ question, choice, onChoose }: QuoteQuestionProps) {
  const { duplicating } = useAllMessages();
  const name = useId();
  return (
    <fieldset className={styles['choices']}>
      <legend>{question}</legend>
      {(['leave', 'keep'] as const).map((offered) => (
        <Radio
          key={offered}
          name={name}
          label={duplicating.quoteChoices[offered]}
          checked={choice === offered}
          onChange={() => onChoose(offered)}
        />
      ))}
    </fieldset>
  );
}
