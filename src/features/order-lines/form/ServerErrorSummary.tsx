import { shownText } from '~/i18n/shown-text';
import { propertyPathKey } from '~/contract/property-path';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Notice } from '~/ui/feedback/Notice';
import { focusNotice } from '~/ui/keyboard/focus-notice';
import { fieldLabel } from '~/i18n/field-label';
import { goTo } from '~/features/order-lines/edit-state/field-focus';
import type { ServerErrors } from '~/features/order-lines/edit-state/server-errors';
import { serverErrorText } from '~/features/order-lines/labels/line-labels';

interface ServerErrorSummaryProps {
  readonly errors: ServerErrors;
}

/** The summary of why a line was not saved, with the count; it takes the focus, and each point leads to its field. */
export function ServerErrorSummary({ errors: { by, errors } }: ServerErrorSummaryProps) {
  const messages = useEditorMessages();
  const { refusedValues } = messages;
  return (
    <Notice tone="bad" title={messages.linePage.summaryTitle} announce="alert" ref={focusNotice}>
      <p>{refusedValues[by](errors.length)}</p>
      <ul>
        {errors.map((error) => {
          const { path, key, message, issue } = error;
          return (
            <li key={`${propertyPathKey(path)} ${message}`}>
              {key ? (
                <Button variant="subtle" onClick={() => goTo(key)}>
                  {fieldLabel(key, messages)}
                </Button>
              ) : (
                <strong>{shownText(propertyPathKey(path))}</strong>
              )}{' '}
              {serverErrorText(error, messages)}{' '}
              {issue && message !== '' && refusedValues.said(shownText(message))}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
