import type { FieldMessage } from '~/contract/error-body';
import type { LineIssue } from '~/domain/confirmation-readiness';
import { leafKeyOf, type LeafKey } from '~/domain/line-leaves';
import type { Messages } from '~/i18n/I18nProvider';
import { issueText } from './line-labels';

interface RefusedValue extends FieldMessage {
  /** The API's words, where ours take their place. */
  readonly said?: string;
}

/** Why a line was not saved, field by field: the API refused values, or what every line needs is missing. */
export interface Refused {
  readonly by: 'api' | 'desk';
  readonly values: readonly RefusedValue[];
}

/** What the API refused. Where we know what is wrong with a value, our words say it in the person's language. */
export function refusedByApi(
  fields: readonly FieldMessage[],
  issues: readonly LineIssue[],
  messages: Messages,
): Refused {
  return {
    by: 'api',
    values: fields.map(({ path, message }) => {
      const key = leafKeyOf(path);
      const known = issues.find((issue) => issue.key === key && issue.severity === 'error');
      return known ? { path, message: issueText(known, messages), said: message } : { path, message };
    }),
  };
}

/** What is missing without which the API takes no line. */
export function missingValues(missing: readonly LineIssue[], { issues }: Messages): Refused {
  return {
    by: 'desk',
    values: missing.map(({ key }) => ({ path: [key], message: issues.requiredToCreate })),
  };
}

/** What stands at the fields of the form. */
export function refusalTexts({ values }: Refused): ReadonlyMap<LeafKey, string> {
  const texts = new Map<LeafKey, string>();
  for (const { path, message } of values) {
    const key = leafKeyOf(path);
    if (key) texts.set(key, message);
  }
  return texts;
}
