import { Suspense, useState } from 'react';
import { leftoverCpeFields } from '~/domain/fields/offer-rules';
import { plainOptions } from '~/domain/fields/plain-value';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import type { FieldNotes } from '~/ui/fields/FieldFrame';
import { Notice } from '~/ui/feedback/Notice';
import { TagsField } from '~/ui/fields/TagsField';
import { LazyRemoveCpeDialog } from './lazy';
import { useLineEditor, useOptions } from '~/features/order-lines/edit-state/use-line-editor';
import { readRecentOptions, rememberOption } from './recent-options';
import { useFillFields } from '~/features/order-lines/edit-state/use-fill-fields';

/**
 * The options of a line, with those used lately. When option 7021 goes while CPE numbers are filled, which must be empty
 * without it, it is asked first; what was emptied can be taken back.
 */
export function OptionsField({ className, ...notes }: FieldNotes) {
  const { filling } = useEditorMessages();
  const { getValues, setValue } = useLineEditor().form;
  const options = useOptions();
  const fillFields = useFillFields();
  const [pending, setPending] = useState<string[] | null>(null);
  const [undo, setUndo] = useState<(() => void) | null>(null);
  const [recent, setRecent] = useState(readRecentOptions);

  const leftBehind = pending ? leftoverCpeFields(getValues(), pending) : [];
  const fill = (value: string[]) => setValue('option_ids', value, { shouldDirty: true });
  const change = (typed: string[], added: readonly string[]) => {
    const value = plainOptions(typed);
    for (const option of plainOptions(added)) rememberOption(option);
    setRecent(readRecentOptions());
    if (leftoverCpeFields(getValues(), value).length > 0) {
      setPending(value);
      return;
    }
    setUndo(null);
    fill(value);
  };
  const empty = () => {
    if (!pending) return;
    const takeBack = fillFields([
      ['option_ids', pending],
      ...leftBehind.map((field) => [field, ''] as const),
    ]);
    setUndo(() => takeBack);
    setPending(null);
  };

  return (
    <div className={className}>
      <TagsField
        {...notes}
        name="option_ids"
        value={options}
        onChange={change}
        onTyping={fill}
        suggestions={recent}
      />
      {undo && (
        <Notice
          tone="neutral"
          announce="status"
          actions={
            <Button
              variant="subtle"
              onClick={() => {
                undo();
                setUndo(null);
              }}
            >
              {filling.undo}
            </Button>
          }
        >
          <p>{filling.cpeEmptied}</p>
        </Notice>
      )}
      <Suspense>
        {pending && (
          <LazyRemoveCpeDialog fields={leftBehind} onEmpty={empty} onClose={() => setPending(null)} />
        )}
      </Suspense>
    </div>
  );
}
