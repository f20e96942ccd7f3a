import { useId, useState } from 'react';
import { useFormats, useMessages } from '~/i18n/I18nProvider';
import type { BaseMessages } from '~/i18n/messages';
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
  // What was typed stays as it was typed, also when the range makes no sense.
  const [firstDay = '', lastDay = ''] = value.includes('..') ? value.split('..') : [from, to];
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
          if (choice === 'days') write(firstDay, lastDay);
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
          <DayInput label={lists.fromDay} value={firstDay} onChange={(day) => write(day, lastDay)} />
          <DayInput label={lists.toDay} value={lastDay} onChange={(day) => write(firstDay, day)} />
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

/** Typing a year passes through the years 2, 20 and 202; and browsers take six digits of a year, where a limit allows. */
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2999-12-31'];
const isInReach = (day: string) => day.length === LAST_DAY.length && day >= FIRST_DAY && day <= LAST_DAY;

/** A day, in words below it: an input shows day and month in the browser's order, which may not be the page's. */
function DayInput({ label, value, onChange }: DayInputProps) {
  const { lists } = useMessages();
  const { dayInWords } = useFormats();
  const noteId = useId();
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  if (value !== shown) {
    setShown(value);
    setTyped(value);
  }
  return (
    <div className={styles['day']}>
      <label>
        <span>{label}</span>
        <input
          className={styles['input']}
          type="date"
          min={FIRST_DAY}
          max={LAST_DAY}
          value={typed}
          aria-describedby={noteId}
          onChange={(event) => {
            const day = event.currentTarget.value;
            setTyped(day);
            if (isInReach(day)) onChange(day);
          }}
          onBlur={() => {
            if (typed === '' && value !== '') onChange('');
          }}
        />
      </label>
      <small id={noteId}>{typed !== '' && (isInReach(typed) ? dayInWords(typed) : lists.dayTooFar)}</small>
    </div>
  );
}
