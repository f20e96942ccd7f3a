import { Suspense, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { cpeLeftBehind } from '~/domain/offer-rules';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import type { FieldNotes } from '~/ui/FieldFrame';
import { Notice } from '~/ui/Notice';
import { TagsField } from '~/ui/TagsField';
import { RemoveCpeDialog } from './later-screens';
import { useOptions } from './line-edit';
import type { LineFormValues } from './line-form-values';
import { readRecentOptions, rememberOption } from './recent-options';
import { useFillFields } from './use-fill-fields';

/**
 * The options of a line, with those used lately. When option 7021 goes while CPE numbers are filled, which must be empty
 * without it, it is asked first; what was emptied can be taken back.
 */
export function OptionsField({ place, ...notes }: FieldNotes) {
  const { filling } = useAllMessages();
  const { getValues, setValue } = useFormContext<LineFormValues>();
  const options = useOptions();
  const fillFields = useFillFields();
  const [asked, setAsked] = useState<string[] | null>(null);
  const [undo, setUndo] = useState<(() => void) | null>(null);
  const [recent, setRecent] = useState(readRecentOptions);

  const leftBehind = asked ? cpeLeftBehind(getValues(), asked) : [];
  const fill = (value: string[]) => setValue('option_ids', value, { shouldDirty: true });
  const change = (value: string[], added: readonly string[]) => {
    for (const option of added) rememberOption(option);
    setRecent(readRecentOptions());
    if (cpeLeftBehind(getValues(), value).length > 0) {
      setAsked(value);
      return;
    }
    setUndo(null);
    fill(value);
  };
  const empty = () => {
    if (!asked) return;
    const takeBack = fillFields([['option_ids', asked], ...leftBehind.map((field) => [field, ''] as const)]);
    setUndo(() => takeBack);
    setAsked(null);
  };

  return (
    <div className={place}>
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
              look="quiet"
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
        {asked && <RemoveCpeDialog fields={leftBehind} onEmpty={empty} onClose={() => setAsked(null)} />}
      </Suspense>
    </div>
  );
}
