import { useRef, useState } from 'react';
import type { FieldPath as FormFieldPath, UseFormGetValues } from 'react-hook-form';
import { dayOf } from '~/contract/moments';
import { CREATION_ONLY_FIELDS, UNPROMISED_FIELDS } from '~/contract/order-line';
import { isMissing } from '~/domain/lines/confirmation-readiness';
import type { LockReason } from '~/domain/fields/field-lock';
import { readablePhone } from '~/domain/fields/french-phone';
import { fieldOfPath, type FieldPath } from '~/domain/fields/field-paths';
import { DELIVERY_DAYS } from '~/domain/fields/field-validation';
import { plainValue } from '~/domain/fields/plain-value';
import { valueShape } from '~/domain/fields/value-shape';
import { QUOTE_LOCKED_FIELDS } from '~/domain/fields/quote-lock';
import { useEditorMessages, useFormats } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { afterPaint } from '~/ui/keyboard/after-paint';
import { afterPointerUp } from '~/ui/keyboard/after-pointer-up';
import type { FieldNotes } from '~/ui/fields/FieldFrame';
import { SelectField } from '~/ui/fields/SelectField';
import { TextField } from '~/ui/fields/TextField';
import {
  useEditValue,
  useFieldState,
  useLineEditor,
  useSavedLine,
} from '~/features/order-lines/edit-state/use-line-editor';
import { OptionsField } from './OptionsField';
import { issueText, serverErrorText } from '~/features/order-lines/labels/line-labels';
import type { LineFormValues } from '~/features/order-lines/edit-state/line-form-values';
import type { LineFieldRow } from '~/features/order-lines/labels/line-sections';

interface LineFormFieldProps extends Pick<LineFieldRow, 'input' | 'inputMode'> {
  readonly name: FormFieldPath<LineFormValues>;
  readonly label: string;
  /** The class of its cell in the grid. */
  readonly className?: string | undefined;
}

/** One field of the form: input, lock and messages. */
export function LineFormField({ name, label, input, inputMode, className }: LineFormFieldProps) {
  const messages = useEditorMessages();
  const { dayInWords } = useFormats();
  const { getValues } = useLineEditor().form;
  const { registration, isBeingTyped, shownInput } = useFieldInput(name, input);
  const { issue, lock, serverError, rejection } = useFieldState(name);
  const refusal = serverError ? serverErrorText(serverError, messages) : rejection;
  const day = useEditValue(({ values }) => (input === 'date' ? values.scheduled_delivery_date : ''));
  const saved = useSavedLine();

  const isNeeded = issue !== undefined && isMissing(issue);
  const checked = issue && !isNeeded && !isBeingTyped ? issue : undefined;
  const notes: FieldNotes = {
    label,
    className,
    isLocked: lock === 'not-draft',
    lockedReason: lockText(lock, getValues('quote_item_id'), messages),
    error: refusal ?? (checked?.severity === 'error' ? issueText(checked, messages) : undefined),
    warning:
      checked?.severity === 'warning' && lock !== 'not-draft' ? issueText(checked, messages) : undefined,
    hint:
      isNeeded && lock === null
        ? // A refusal has said the same already.
          refusal === undefined
          ? issueText(issue, messages)
          : undefined
        : (notReturned(name, saved, messages) ??
          (saved === null && isOnlyForCreation(name) ? messages.locks.atCreation : undefined) ??
          (day === '' ? explanation(name, isBeingTyped, getValues, messages) : dayInWords(dayOf(day)))),
  };

  if (input === 'tags') return <OptionsField {...notes} />;
  if (input === 'yes-no') {
    const { common } = messages;
    return (
      <SelectField
        {...notes}
        registration={registration}
        options={[
          { value: '', label: common.notSaid },
          { value: 'true', label: common.yes },
          { value: 'false', label: common.no },
        ]}
      />
    );
  }
  return (
    <TextField
      {...notes}
      registration={registration}
      type={shownInput === 'date' ? 'date' : 'text'}
      isLong={shownInput === 'long'}
      {...(shownInput === 'date' && { min: DELIVERY_DAYS.first, max: DELIVERY_DAYS.last })}
      {...(inputMode ? { inputMode } : {})}
    />
  );
}

/** Registers a field with the form, and follows the typing in it. */
function useFieldInput(name: FormFieldPath<LineFormValues>, input: LineFieldRow['input']) {
  const { register, getValues, setValue } = useLineEditor().form;
  const [isBeingTyped, setIsBeingTyped] = useState(false);
  const neededInput = useEditValue(() => inputFor(input, getValues(name)));
  const wasTyped = useRef(false);
  /** An input for another shape stays while it has the focus. */
  const [focusedInput, setFocusedInput] = useState<ReturnType<typeof inputFor> | null>(null);

  // Findings show after the field is left and until it is typed in again; the key is painted first.
  const registered = register(name);
  const leave = () => {
    const value = getValues(name);
    const plain = typeof value === 'string' ? plainValue(name, value) : value;
    if (wasTyped.current && plain !== value) setValue(name, plain, { shouldDirty: true });
    wasTyped.current = false;
    afterPointerUp(() => {
      setIsBeingTyped(false);
      setFocusedInput(null);
    });
  };
  // The form library's own blur handler takes the input's text, which may not be the value to the letter.
  const registration = {
    ...registered,
    onChange: (event: { readonly target: unknown }) => {
      wasTyped.current = true;
      afterPaint(() => setIsBeingTyped(document.activeElement === event.target));
      return registered.onChange(event);
    },
    onBlur: () => Promise.resolve(leave()),
    onFocus: () => {
      if (neededInput !== inputFor(input, '')) setFocusedInput(neededInput);
    },
  };
  return { registration, isBeingTyped, shownInput: focusedInput ?? neededInput };
}

/** The input that shows a value to the letter: the field's usual one, unless the value needs another. */
function inputFor(usual: LineFieldRow['input'], value: unknown): 'date' | 'line' | 'long' {
  const shape = valueShape(typeof value === 'string' ? value : '');
  if (usual === 'long' || shape === 'lines') return 'long';
  return usual === 'date' && shape === 'day' ? 'date' : 'line';
}

type AllMessages = ReturnType<typeof useEditorMessages>;

function lockText(lock: LockReason | null, quote: string, { locks }: AllMessages): string | undefined {
  if (lock === null || lock === 'not-draft') return undefined;
  return lock === 'quote' ? locks.quote(shownText(shortened(quote))) : locks[lock];
}

/** The quote's own field shows it whole. */
function shortened(quote: string): string {
  return quote.length > 16 ? `${quote.slice(0, 8)}…` : quote;
}

/** Once the line is saved such a field is locked; its quote says so by itself. */
function isOnlyForCreation(name: FieldPath): boolean {
  return name !== 'quote_item_id' && CREATION_ONLY_FIELDS.some((field) => field === name);
}

/** A hint that helps to read a valid value. */
function explanation(
  name: FormFieldPath<LineFormValues>,
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

/** An empty field that the API did not return may be filled. */
function notReturned(
  name: FieldPath,
  saved: ReturnType<typeof useSavedLine>,
  { linePage }: AllMessages,
): string | undefined {
  const field = fieldOfPath(name);
  const isUnpromised = UNPROMISED_FIELDS.some((unpromised) => unpromised === field);
  return saved && field && isUnpromised && !saved.returned.includes(field) ? linePage.notReturned : undefined;
}
