import type { ContactField } from '~/contract/contact';
import type { FieldPath as FormFieldPath } from 'react-hook-form';
import type { LineFormValues } from './line-form-values';
import { useLineEditor } from './use-line-editor';

export type FilledFields = readonly (readonly [
  name: FormFieldPath<LineFormValues>,
  value: string | string[],
])[];

/** The form's name of a field of one site, by the site's index. */
export function siteFieldName(site: number, field: ContactField) {
  return `related_contact_information.${site}.${field}` as const;
}

/** Fills several fields of the form at once, as if they had been typed; gives the way back. */
export function useFillFields() {
  const { getValues, setValue } = useLineEditor().form;
  const fill = (fields: FilledFields) => {
    for (const [name, value] of fields) setValue(name, value, { shouldDirty: true });
  };
  return (fields: FilledFields): (() => void) => {
    const before = fields.map(([name]): FilledFields[number] => [name, textOf(getValues(name))]);
    fill(fields);
    return () => fill(before);
  };
}

function textOf(value: unknown): string | string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value : '';
}
