import { useFormats } from '~/i18n/I18nProvider';

interface TimeProps {
  /** As the API sent it, with its offset. */
  readonly value: string;
  readonly withTime?: boolean;
  /** In figures, for a column. */
  readonly isShort?: boolean;
}

/** A moment in the person's own time zone, the exact value on hover. Nothing for no value. */
export function Time({ value, withTime = false, isShort = false }: TimeProps) {
  const formats = useFormats();
  if (value === '') return null;
  return (
    <time dateTime={value} title={value}>
      {withTime ? formats.dateTime(value) : isShort ? formats.shortDate(value) : formats.date(value)}
    </time>
  );
}
