import { useState, type ReactNode } from 'react';
import type { FieldPath, FieldValue } from '~/domain/fields/field-paths';
import type { FieldConflict, Side } from '~/domain/lines/order-line-changes';
import { useEditorMessages } from '~/i18n/I18nProvider';
import type { EditorMessages } from '~/i18n/messages';
import { Button } from '@mantine/core';
import { fieldLabel } from '~/i18n/field-label';
import { valueText } from '~/features/order-lines/labels/line-labels';
import styles from './ConflictResolution.module.css';

interface ConflictResolutionProps {
  readonly conflicts: readonly FieldConflict[];
  /** Fields without a conflict, for comparison. */
  readonly settled?: readonly FieldConflict[];
  /** What the other side's column is called. */
  readonly theirs: string;
  readonly mine: string;
  /** What happens once every field is decided. */
  readonly action: string;
  readonly onDecide: (decided: ReadonlyMap<FieldPath, Side>) => void;
  readonly otherAction?: ReactNode;
}

/** Fields with two new values: before, theirs, mine. There is no preselection. */
export function ConflictResolution({
  conflicts,
  settled = [],
  theirs,
  mine,
  action,
  onDecide,
  otherAction,
}: ConflictResolutionProps) {
  const messages = useEditorMessages();
  const { conflict: labels } = messages;
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
              <th scope="col">{labels.field}</th>
              <th scope="col">{labels.base}</th>
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
                  field={fieldLabel(conflict.key, messages)}
                  value={conflict[side]}
                  isChosen={chosen.get(subject) === side}
                  onChoose={() => setChosen(new Map(chosen).set(subject, side))}
                  messages={messages}
                />
              );
              return <FieldRow key={subject} {...{ field: conflict, theirs, mine, cellOf: choice }} />;
            })}
            {settled.map((field) => {
              const cellOf = (side: Side) => valueText(field[side], messages);
              return <FieldRow key={field.key} {...{ field, theirs, mine, cellOf }} />;
            })}
          </tbody>
        </table>
      </div>
      <div className={styles['actions']}>
        {conflicts.length > 1 && (
          <>
            <Button onClick={() => chooseAll('theirs')}>{labels.chooseAll(theirs)}</Button>
            <Button onClick={() => chooseAll('mine')}>{labels.chooseAll(mine)}</Button>
          </>
        )}
        <Button variant="filled" aria-disabled={open.length > 0} onClick={decide}>
          {action}
        </Button>
        {otherAction}
        <span role="status">{open.length > 0 && labels.undecided(open.length)}</span>
      </div>
    </>
  );
}

interface FieldRowProps extends Pick<ConflictResolutionProps, 'theirs' | 'mine'> {
  readonly field: FieldConflict;
  readonly cellOf: (side: Side) => ReactNode;
}

function FieldRow({ field, theirs, mine, cellOf }: FieldRowProps) {
  const messages = useEditorMessages();
  return (
    <tr>
      <th scope="row">{fieldLabel(field.key, messages)}</th>
      <td data-label={messages.conflict.base}>{valueText(field.base, messages)}</td>
      <td data-label={theirs}>{cellOf('theirs')}</td>
      <td data-label={mine}>{cellOf('mine')}</td>
    </tr>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly field: string;
  readonly column: string;
  readonly value: FieldValue | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly messages: EditorMessages;
}

function Choice({ name, field, column, value, isChosen, onChoose, messages }: ChoiceProps) {
  const { conflict } = useEditorMessages();
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

/** A choice is bound to the other side's value: a new value needs a new choice. */
function subjectOf({ key, theirs }: FieldConflict): string {
  return `${key} ${JSON.stringify(theirs ?? null)}`;
}
