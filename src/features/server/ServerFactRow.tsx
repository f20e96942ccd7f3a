import { useId } from 'react';
import type { ServerFact } from '~/api/read/server-facts';
import { operations } from '~/contract/operations';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import type { Messages } from '~/i18n/messages';
import { Button, NativeSelect } from '@mantine/core';
import styles from './ServerPage.module.css';

interface ServerFactRowProps {
  readonly fact: ServerFact;
  readonly isSetting: boolean;
  /** null forgets the fact. */
  readonly onSet: (value: string | null) => void;
}

/** One fact: what it says, how it was learned, and the ways to set or forget it. */
export function ServerFactRow({ fact, isSetting, onSet }: ServerFactRowProps) {
  const { serverPage } = useAllMessages();
  const { dateTime } = useFormats();
  const id = useId();
  const label = serverPage.facts[fact.name];
  return (
    <li className={styles['fact']}>
      <div>
        <strong id={id}>{label}</strong>
        {fact.value !== '' && <p className={styles['value']}>{valueText(fact.value, serverPage)}</p>}
        {fact.proof !== null && (
          <p className={styles['lesson']}>
            {lessonText(fact, dateTime(new Date(fact.at).toISOString()), serverPage)}
          </p>
        )}
      </div>
      <div className={styles['actions']}>
        {fact.choices.length > 0 && (
          <NativeSelect
            aria-labelledby={id}
            className={styles['choice']}
            value={fact.value}
            disabled={isSetting}
            onChange={({ currentTarget }) => onSet(currentTarget.value || null)}
            data={[
              { value: '', label: serverPage.unknown },
              ...[...new Set([...fact.choices, fact.value])]
                .filter((choice) => choice !== '')
                .map((choice) => ({ value: choice, label: valueText(choice, serverPage) })),
            ]}
          />
        )}
        {fact.value !== '' && (
          <Button disabled={isSetting} aria-describedby={id} onClick={() => onSet(null)}>
            {serverPage.forget}
          </Button>
        )}
      </div>
    </li>
  );
}

type Texts = Messages['serverPage'];

/** A value in words, else as the server spells it. */
function valueText(value: string, { values, mostRows, allRows }: Texts): string {
  const [kind, rows] = value.split(':');
  if (kind === 'most' && rows !== undefined) return mostRows(rows);
  if (kind === 'always' && rows !== undefined) return allRows(rows);
  const known = Object.entries(values).find(([name]) => name === value);
  return known?.[1] ?? value.replaceAll(',', ', ');
}

function lessonText({ proof, operation, status }: ServerFact, time: string, texts: Texts): string {
  if (operation === null || status === null) return texts.set(time);
  const { method, path } = operations[operation];
  const request = `${method} ${path}`;
  if (status >= 400) return texts.refused(request, String(status), time);
  return proof === 'shown'
    ? texts.shown(request, String(status), time)
    : texts.worked(request, String(status), time);
}
