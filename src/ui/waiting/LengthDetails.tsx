import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';

/** The length of a refused body in bytes, as far as it is known. */
export interface RefusedLength {
  readonly sent: number;
  readonly limit: number | null;
  readonly longestField: string | null;
}

/** By how much a write was too long, or how long it was, and which field to shorten. */
export function LengthDetails({ length: { sent, limit, longestField } }: { readonly length: RefusedLength }) {
  const messages = useAllMessages();
  const { tooLong } = messages;
  const { number } = useFormats();
  const size = (bytes: number) => tooLong.size(number(Math.ceil(bytes / 1024)));
  return (
    <>
      <p>{limit === null ? tooLong.elsewhere(size(sent)) : tooLong.here(size(sent - limit), size(limit))}</p>
      {longestField !== null && <p>{tooLong.longest(fieldLabel(longestField, messages))}</p>}
    </>
  );
}
