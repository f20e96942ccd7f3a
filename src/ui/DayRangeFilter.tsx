import { useId, useState } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import type { BaseMessages } from '~/i18n/en';
import styles from './FilterBar.module.css';

type RangeName = keyof BaseMessages['lists']['ranges'];

interface DayRangeFilterProps {
  readonly label: string;
  /** The quick choices that make sense for this date. */
  readonly choices: readonly RangeName[];
  /** A choice's name, `2026-04-10..2026-04-12` with open ends, or ''. */
  readonly value: string;
  /** The days that the value means; empty text for an open end. */
  readonly from: string;
  readonly to: string;
  readonly onChange: (value: string) => void;
}

/** Whole days, both included: a quick choice, or two days. */
export function DayRangeFilter({ label, choices, value, from, to, onChange }: DayRangeFilterProps) {
  const { lists } = useMessages();
  const labelId = useId();
  const chosen = choices.find((choice) => choice === value);
  const [isChoosing, setIsChoosing] = useState(false);
  const showsDays = isChoosing || (value !== '' && chosen === undefined);
  const write = (newFrom: string, newTo: string) =>
    onChange(newFrom === '' && newTo === '' ? '' : `${newFrom}..${newTo}`);
  return (
    <div className={styles['field']} role="group" aria-labelledby={labelId}>
      <span id={labelId}>{label}</span>
      <select
        className={styles['input']}
        aria-labelledby={labelId}
        value={showsDays ? 'days' : (chosen ?? '')}
        onChange={(event) => {
          const choice = event.currentTarget.value;
          setIsChoosing(choice === 'days');
          if (choice === 'days') write(from, to);
          else onChange(choice);
        }}
      >
        <option value="">{lists.any}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {lists.ranges[choice]}
          </option>
        ))}
        <option value="days">{lists.chosenDays}</option>
      </select>
      {showsDays && (
        <div className={styles['days']}>
          <DayInput label={lists.fromDay} value={from} onChange={(day) => write(day, to)} />
          <DayInput label={lists.toDay} value={to} onChange={(day) => write(from, day)} />
        </div>
      )}
    </div>
  );
}

interface DayInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

function DayInput({ label, value, onChange }: DayInputProps) {
  return (
    <label className={styles['day']}>
      <span>{label}</span>
      <input
        className={styles['input']}
        type="date"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
