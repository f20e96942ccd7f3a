import { emptyLineValues } from '~/contract/order-line';
import type { FieldPath } from '~/domain/fields/field-paths';
import { checkFormat, type FormatCode } from '~/domain/fields/field-validation';
import { plainValue } from '~/domain/fields/plain-value';
import type { LineAction } from './line-actions';

/** What a person can do to a field, or to the options, of many lines. */
export const ACTION_KINDS = ['set', 'empty', 'replace', 'add-option', 'remove-option'] as const;
type ActionKind = (typeof ACTION_KINDS)[number];

/** An action as it is being typed. Each kind uses the texts that it needs. */
export interface ActionDraft {
  readonly kind: ActionKind;
  readonly field: FieldPath;
  /** The new value, the replacement, or the option. */
  readonly text: string;
  readonly search: string;
}

/** The action, or why the draft is none yet: a text is missing, or wrong by the rule of the form. */
type ReadDraft = { readonly action: LineAction } | { readonly problem: 'missing' | FormatCode };

/** Reads a draft as the form reads a field; `today` is an ISO date. A doubtful value is an action. */
export function readDraft({ kind, field, text, search }: ActionDraft, today: string): ReadDraft {
  switch (kind) {
    case 'empty':
      return { action: { kind, field } };
    case 'replace':
      return search === '' ? { problem: 'missing' } : { action: { kind, field, search, replacement: text } };
    case 'add-option':
    case 'remove-option': {
      const option = plainValue('option_ids', text);
      return option === '' ? { problem: 'missing' } : { action: { kind, option } };
    }
    case 'set':
    default: {
      if (text.trim() === '') return { problem: 'missing' };
      if (field === 'siret_known') return { action: { kind, field, value: text === 'true' } };
      const finding = checkFormat(field, text, emptyLineValues(), today);
      if (finding?.severity === 'error') return { problem: finding.code };
      return { action: { kind, field, value: plainValue(field, text) } };
    }
  }
}
