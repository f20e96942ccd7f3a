import { useState, type ReactNode } from 'react';
import type { LeafKey, LeafValue } from '~/domain/line-leaves';
import type { LeafConflict, Side } from '~/domain/order-line-changes';
import { useAllMessages, type Messages } from '~/i18n/I18nProvider';
import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import { Button } from '~/ui/Button';
import { leafLabel, valueText } from './line-labels';
import styles from './FieldDecision.module.css';

interface FieldDecisionProps {
  readonly conflicts: readonly LeafConflict[];
  /** Fields that ask for no decision, to compare. */
  readonly settled?: readonly LeafConflict[];
  /** What the other side's column is called. */
  readonly theirs: string;
  readonly mine: string;
  /** What happens once every field is decided. */
  readonly action: string;
  readonly onDecide: (decided: ReadonlyMap<LeafKey, Side>) => void;
  readonly otherAction?: ReactNode;
}

/** Fields with two new values: before, theirs, mine. Nothing is chosen until the person chooses. */
export function FieldDecision({
  conflicts,
  settled = [],
  theirs,
  mine,
  action,
  onDecide,
  otherAction,
}: FieldDecisionProps) {
  const messages = useAllMessages();
  const { conflict: words } = useUnsavedMessages();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const open = conflicts.filter((conflict) => !chosen.has(subjectOf(conflict)));
  const chooseAll = (side: Side) =>
    setChosen(new Map(conflicts.map((conflict) => [subjectOf(conflict), side])));
  const decide = () => {
    if (open.length > 0) return;
    onDecide(
      new Map(conflicts.map((conflict) => [conflict.key, chosen.get(subjectOf(conflict)) ?? 'theirs'])),
    );
  };

  return (
    <>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.base}</th>
              <th scope="col">{theirs}</th>
              <th scope="col">{mine}</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map((conflict) => {
              const subject = subjectOf(conflict);
              const choice = (side: Side) => (
                <Choice
                  name={subject}
                  column={side === 'mine' ? mine : theirs}
                  field={leafLabel(conflict.key, messages)}
                  value={conflict[side]}
                  isChosen={chosen.get(subject) === side}
                  onChoose={() => setChosen(new Map(chosen).set(subject, side))}
                  messages={messages}
                />
              );
              return (
                <tr key={subject}>
                  <th scope="row">{leafLabel(conflict.key, messages)}</th>
                  <td data-label={words.base}>{valueText(conflict.base, messages)}</td>
                  <td data-label={theirs}>{choice('theirs')}</td>
                  <td data-label={mine}>{choice('mine')}</td>
                </tr>
              );
            })}
            {settled.map((leaf) => (
              <tr key={leaf.key}>
                <th scope="row">{leafLabel(leaf.key, messages)}</th>
                <td data-label={words.base}>{valueText(leaf.base, messages)}</td>
                <td data-label={theirs}>{valueText(leaf.theirs, messages)}</td>
                <td data-label={mine}>{valueText(leaf.mine, messages)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles['actions']}>
        {conflicts.length > 1 && (
          <>
            <Button onClick={() => chooseAll('theirs')}>{words.chooseAll(theirs)}</Button>
            <Button onClick={() => chooseAll('mine')}>{words.chooseAll(mine)}</Button>
          </>
        )}
        <Button look="primary" aria-disabled={open.length > 0} onClick={decide}>
          {action}
        </Button>
        {otherAction}
        <span role="status">{open.length > 0 && words.undecided(open.length)}</span>
      </div>
    </>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly field: string;
  readonly column: string;
  readonly value: LeafValue | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly messages: Messages;
}

function Choice({ name, field, column, value, isChosen, onChoose, messages }: ChoiceProps) {
  const { conflict } = useUnsavedMessages();
  const text = valueText(value, messages);
  return (
    <label className={styles['choice']}>
      <input
        type="radio"
        name={name}
        checked={isChosen}
        onChange={onChoose}
        aria-label={conflict.choice(field, column, text)}
      />
      {text}
    </label>
  );
}

/** A choice is about what the other side has now: another value of theirs is to be decided anew. */
function subjectOf({ key, theirs }: LeafConflict): string {
  return `${key} ${JSON.stringify(theirs ?? null)}`;
}
