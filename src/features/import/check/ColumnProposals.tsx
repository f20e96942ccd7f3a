import { Button } from '@mantine/core';
import type { ColumnProposal, ReadChoices } from '~/domain/import/read-rows';
import { cutText } from '~/features/import/rows/cut-text';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Notice } from '~/ui/feedback/Notice';
import { focusFallback } from '~/ui/keyboard/focus-refs';
import styles from './CheckStep.module.css';

interface ColumnProposalsProps {
  readonly proposals: readonly ColumnProposal[];
  readonly choices: ReadChoices;
  readonly onChoose: (choices: ReadChoices) => void;
}

/** What a spreadsheet did to whole columns, and what can be done about it, with one real cell of each. */
export function ColumnProposals({ proposals, choices, onChoose }: ColumnProposalsProps) {
  const { importing } = useAllMessages();
  if (proposals.length === 0) return null;
  return (
    <div
      role="group"
      aria-label={importing.proposals}
      className={styles['proposals']}
      tabIndex={-1}
      ref={focusFallback}
    >
      {proposals.map((proposal) =>
        proposal.kind === 'date-order' ? (
          <DateOrderQuestion key={proposal.field} {...{ proposal, choices, onChoose }} />
        ) : (
          <ColumnRepair key={`${proposal.kind} ${proposal.field}`} {...{ proposal, choices, onChoose }} />
        ),
      )}
    </div>
  );
}

interface ProposalProps<Kind extends ColumnProposal['kind']> extends Omit<ColumnProposalsProps, 'proposals'> {
  readonly proposal: Extract<ColumnProposal, { readonly kind: Kind }>;
}

/** Lost zeros and invisible characters: one press repairs the column, another takes that back. */
function ColumnRepair({ proposal, choices, onChoose }: ProposalProps<'leading-zero' | 'invisible'>) {
  const messages = useAllMessages();
  const { importing } = messages;
  const { field, kind, cells, rowNumber, text, becomes } = proposal;
  const label = fieldLabel(field, messages);
  const name = kind === 'leading-zero' ? 'withZeros' : 'cleaned';
  const chosen = choices[name];
  const isDone = chosen.has(field);
  const words =
    kind === 'leading-zero'
      ? { said: importing.zeros, act: importing.addZeros, back: importing.withoutZeros }
      : { said: importing.invisible, act: importing.clean, back: importing.unclean };
  const toggle = () => {
    const fields = new Set(chosen);
    if (!fields.delete(field)) fields.add(field);
    onChoose({ ...choices, [name]: fields });
  };
  return (
    <Notice
      tone={isDone ? 'good' : 'warning'}
      actions={<Button onClick={toggle}>{isDone ? words.back : words.act}</Button>}
    >
      <p>
        {words.said(cells, label)}{' '}
        {importing.example(
          rowNumber,
          shownText(cutText(text, importing.cut)),
          shownText(cutText(becomes, importing.cut)),
        )}
      </p>
    </Notice>
  );
}

/** Which of two days the dates of a column mean. The answer can be changed. */
function DateOrderQuestion({ proposal, choices, onChoose }: ProposalProps<'date-order'>) {
  const messages = useAllMessages();
  const { importing } = messages;
  const { date } = useFormats();
  const { field, rowNumber, text, days } = proposal;
  const label = fieldLabel(field, messages);
  if (choices.dateOrder !== null)
    return (
      <Notice
        tone="good"
        actions={
          <Button onClick={() => onChoose({ ...choices, dateOrder: null })}>{importing.askAgain}</Button>
        }
      >
        <p>
          {importing.dateChosen(
            label,
            importing.dateOrders[choices.dateOrder](date(days[choices.dateOrder])),
          )}
        </p>
      </Notice>
    );
  return (
    <Notice
      tone="warning"
      actions={
        <div className={styles['choices']}>
          {(['day-first', 'month-first'] as const).map((dateOrder) => (
            <Button key={dateOrder} onClick={() => onChoose({ ...choices, dateOrder })}>
              {importing.dateOrders[dateOrder](date(days[dateOrder]))}
            </Button>
          ))}
        </div>
      }
    >
      <p>{importing.dateOrder(label, rowNumber, shownText(text))}</p>
    </Notice>
  );
}
