import { useState } from 'react';
import { Controller, useFormContext, useFormState, type FieldPath } from 'react-hook-form';
import { UNPROMISED_FIELDS } from '~/contract/order-line';
import { fieldOfLeaf, type LeafKey } from '~/domain/line-leaves';
import { useAllMessages } from '~/i18n/I18nProvider';
import type { FieldNotes } from '~/ui/FieldFrame';
import { SelectField } from '~/ui/SelectField';
import { TagsField } from '~/ui/TagsField';
import { TextField } from '~/ui/TextField';
import { useFieldIssue, useFieldLock, useSavedLine } from './line-edit';
import { issueText } from './line-labels';
import type { LineFormValues } from './line-form-values';
import type { LineFieldRow } from './line-sections';

interface LineFieldProps extends Pick<LineFieldRow, 'input' | 'inputMode'> {
  readonly name: FieldPath<LineFormValues>;
  readonly label: string;
  /** What the operator said was wrong with it when the line was rejected. */
  readonly rejection?: string | undefined;
}

const NEEDED = ['required', 'required-for-cpe'];

/** One field of the line's form: its input, its lock, and what is the matter with it. */
export function LineField({ name, label, input, inputMode, rejection }: LineFieldProps) {
  const messages = useAllMessages();
  const { register, control, getFieldState } = useFormContext<LineFormValues>();
  const formState = useFormState({ control, name });
  const [isBeingTyped, setIsBeingTyped] = useState(false);
  const issue = useFieldIssue(name);
  const lock = useFieldLock(name);
  const saved = useSavedLine();

  const isNeeded = issue !== undefined && NEEDED.includes(issue.code);
  const checked = issue && !isNeeded && !isBeingTyped ? issue : undefined;
  const refusal = getFieldState(name, formState).error?.message;
  const notes: FieldNotes = {
    label,
    isLocked: lock === 'not-draft',
    lockedReason: lockText(lock, saved?.quote_item_id ?? '', messages),
    error: rejection ?? refusal ?? (checked?.severity === 'error' ? issueText(checked, messages) : undefined),
    warning:
      checked?.severity === 'warning' && lock !== 'not-draft' ? issueText(checked, messages) : undefined,
    hint:
      isNeeded && lock === null
        ? // A refusal has said the same already.
          refusal === undefined
          ? issueText(issue, messages)
          : undefined
        : notReturned(name, saved, messages),
  };

  const registration = register(name, { onBlur: () => setIsBeingTyped(false) });
  if (input === 'tags') {
    return (
      <Controller
        control={control}
        name="option_ids"
        render={({ field }) => (
          <TagsField
            {...notes}
            name={name}
            value={field.value}
            onChange={field.onChange}
            inputRef={field.ref}
          />
        )}
      />
    );
  }
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
      onFocus={() => setIsBeingTyped(true)}
      {...(inputMode ? { inputMode } : {})}
    />
  );
}

type AllMessages = ReturnType<typeof useAllMessages>;

function lockText(
  lock: ReturnType<typeof useFieldLock>,
  quote: string,
  { locks }: AllMessages,
): string | undefined {
  if (lock === null || lock === 'not-draft') return undefined;
  return lock === 'quote' ? locks.quote(quote) : locks[lock];
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
