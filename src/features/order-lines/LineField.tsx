import { useState, type ChangeEvent } from 'react';
import { useFormContext, type FieldPath, type UseFormGetValues } from 'react-hook-form';
import { CREATION_ONLY_FIELDS, UNPROMISED_FIELDS } from '~/contract/order-line';
import { isMissing } from '~/domain/confirmation-readiness';
import type { LockReason } from '~/domain/field-lock';
import { readablePhone } from '~/domain/french-phone';
import { fieldOfLeaf, type LeafKey } from '~/domain/line-leaves';
import { QUOTE_LOCKED_FIELDS } from '~/domain/quote-lock';
import { useAllMessages } from '~/i18n/I18nProvider';
import { afterFrame } from '~/ui/after-frame';
import { afterPress } from '~/ui/after-press';
import type { FieldNotes } from '~/ui/FieldFrame';
import { SelectField } from '~/ui/SelectField';
import { TextField } from '~/ui/TextField';
import { useFieldState, useSavedLine } from './line-edit';
import { OptionsField } from './OptionsField';
import { issueText } from './line-labels';
import type { LineFormValues } from './line-form-values';
import type { LineFieldRow } from './line-sections';

interface LineFieldProps extends Pick<LineFieldRow, 'input' | 'inputMode'> {
  readonly name: FieldPath<LineFormValues>;
  readonly label: string;
  /** A class for its place in the grid around it. */
  readonly place?: string | undefined;
}

/** One field of the line's form: its input, its lock, and what is the matter with it. */
export function LineField({ name, label, input, inputMode, place }: LineFieldProps) {
  const messages = useAllMessages();
  const { register, getValues } = useFormContext<LineFormValues>();
  const [isBeingTyped, setIsBeingTyped] = useState(false);
  const { issue, lock, verdict } = useFieldState(name);
  const saved = useSavedLine();

  const isNeeded = issue !== undefined && isMissing(issue);
  const checked = issue && !isNeeded && !isBeingTyped ? issue : undefined;
  const notes: FieldNotes = {
    label,
    place,
    isLocked: lock === 'not-draft',
    lockedReason: lockText(lock, getValues('quote_item_id'), messages),
    error: verdict ?? (checked?.severity === 'error' ? issueText(checked, messages) : undefined),
    warning:
      checked?.severity === 'warning' && lock !== 'not-draft' ? issueText(checked, messages) : undefined,
    hint:
      isNeeded && lock === null
        ? // A refusal has said the same already.
          verdict === undefined
          ? issueText(issue, messages)
          : undefined
        : (notReturned(name, saved, messages) ??
          (saved === null && isOnlyForCreation(name) ? messages.locks.atCreation : undefined) ??
          explanation(name, isBeingTyped, getValues, messages)),
  };

  // What is wrong is said on leaving the field, and until it is typed in again; the key itself comes first on the screen.
  const registration = register(name, {
    onChange: ({ target }: ChangeEvent) =>
      afterFrame(() => setIsBeingTyped(document.activeElement === target)),
    onBlur: () => afterPress(() => setIsBeingTyped(false)),
  });
  if (input === 'tags') return <OptionsField {...notes} />;
  if (input === 'yes-no') {
    const { common } = messages;
    const said = saved?.siret_known ?? null;
    return (
      <SelectField
        {...notes}
        registration={registration}
        options={[
          { value: '', label: common.notSaid },
          { value: 'true', label: common.yes },
          { value: 'false', label: common.no },
        ]}
        shownValue={said === null ? common.notSaid : said ? common.yes : common.no}
      />
    );
  }
  return (
    <TextField
      {...notes}
      registration={registration}
      type={input === 'date' ? 'date' : 'text'}
      isLong={input === 'long'}
      {...(inputMode ? { inputMode } : {})}
    />
  );
}

type AllMessages = ReturnType<typeof useAllMessages>;

function lockText(lock: LockReason | null, quote: string, { locks }: AllMessages): string | undefined {
  if (lock === null || lock === 'not-draft') return undefined;
  return lock === 'quote' ? locks.quote(shortened(quote)) : locks[lock];
}

/** The quote's own field has it whole; five times a UUID would hide the five fields. */
function shortened(quote: string): string {
  return quote.length > 16 ? `${quote.slice(0, 8)}…` : quote;
}

/** Once the line is saved such a field is locked; its quote says so by itself. */
function isOnlyForCreation(name: LeafKey): boolean {
  return name !== 'quote_item_id' && CREATION_ONLY_FIELDS.some((field) => field === name);
}

/** What helps to read the value of a field that is as it should be. */
function explanation(
  name: FieldPath<LineFormValues>,
  isBeingTyped: boolean,
  getValues: UseFormGetValues<LineFormValues>,
  { locks, lineFields }: AllMessages,
): string | undefined {
  if (name === 'quote_item_id' && getValues(name) !== '') {
    return locks.quoteFixes(QUOTE_LOCKED_FIELDS.map((field) => lineFields[field]).join(', '));
  }
  const value = getValues(name);
  if (isBeingTyped || !name.endsWith('phone_number') || typeof value !== 'string') return undefined;
  const readable = readablePhone(value);
  return readable === value ? undefined : readable;
}

/** An empty field that the API never shows is not known to be empty. */
function notReturned(
  name: LeafKey,
  saved: ReturnType<typeof useSavedLine>,
  { linePage }: AllMessages,
): string | undefined {
  const field = fieldOfLeaf(name);
  const isUnpromised = UNPROMISED_FIELDS.some((unpromised) => unpromised === field);
  return saved && field && isUnpromised && !saved.returned.includes(field) ? linePage.notReturned : undefined;
}
