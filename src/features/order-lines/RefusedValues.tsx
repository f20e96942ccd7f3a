import { useEffect, useRef } from 'react';
import type { FieldMessage } from '~/contract/error-body';
import { fieldPathKey } from '~/contract/field-path';
import { leafKeyOf, type LeafKey } from '~/domain/line-leaves';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Notice } from '~/ui/Notice';
import { leafLabel } from './line-labels';

interface RefusedValuesProps {
  readonly refusals: readonly FieldMessage[];
  readonly onGoTo: (key: LeafKey) => void;
}

/** The summary of what the API refused; it takes the focus, and each point leads to its field. */
export function RefusedValues({ refusals, onGoTo }: RefusedValuesProps) {
  const messages = useAllMessages();
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (refusals.length > 0) summary.current?.focus();
  }, [refusals]);
  return (
    <Notice tone="bad" title={messages.linePage.summaryTitle} announce="alert" ref={summary}>
      <p>{messages.linePage.summaryText}</p>
      <ul>
        {refusals.map(({ path, message }) => {
          const key = leafKeyOf(path);
          return (
            <li key={`${fieldPathKey(path)} ${message}`}>
              {key ? (
                <Button look="quiet" onClick={() => onGoTo(key)}>
                  {leafLabel(key, messages)}
                </Button>
              ) : (
                <strong>{fieldPathKey(path)}</strong>
              )}{' '}
              {message}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
