import { useEffect, useRef } from 'react';
import { fieldPathKey } from '~/contract/field-path';
import { leafKeyOf, type LeafKey } from '~/domain/line-leaves';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import { Button } from '~/ui/Button';
import { Notice } from '~/ui/Notice';
import { readFirst } from '~/ui/read-first';
import { leafLabel } from './line-labels';
import type { Refused } from './refused-values';

interface RefusedValuesProps {
  readonly refused: Refused;
  readonly onGoTo: (key: LeafKey) => void;
}

/** The summary of why a line was not saved, with the count; it takes the focus, and each point leads to its field. */
export function RefusedValues({ refused, onGoTo }: RefusedValuesProps) {
  const messages = useAllMessages();
  const { refusedValues } = useUnsavedMessages();
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (refused.values.length > 0) readFirst(summary.current);
  }, [refused]);
  return (
    <Notice tone="bad" title={messages.linePage.summaryTitle} announce="alert" ref={summary}>
      <p>{refusedValues[refused.by](refused.values.length)}</p>
      <ul>
        {refused.values.map(({ path, message, said }) => {
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
              {message} {said !== undefined && refusedValues.said(said)}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
