import type { LineValues } from '~/contract/order-line';
import { lineFieldValues, type FieldPath, type FieldValue } from '~/domain/fields/field-paths';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { CopyableText } from '~/ui/facts/CopyableText';
import { Facts } from '~/ui/facts/Facts';
import { Notice } from '~/ui/feedback/Notice';
import { fieldLabel } from '~/i18n/field-label';
import { valueText } from '~/features/order-lines/labels/line-labels';
import { DiscardButton } from './DiscardButton';

interface UnsavableTextProps {
  readonly title: string;
  /** Whether the text is on the disk, or in this page alone. */
  readonly isStored: boolean;
  readonly mine: LineValues;
  readonly now: LineValues;
  /** The fields of `mine` that are not in the line. */
  readonly keys: readonly FieldPath[];
  readonly onDiscard: () => void;
}

/** Text that can no longer be saved, to read and copy. */
export function UnsavableText({ title, isStored, mine, now, keys, onDiscard }: UnsavableTextProps) {
  const messages = useEditorMessages();
  const { keptText } = messages;
  const [typed, saved] = [lineFieldValues(mine), lineFieldValues(now)];
  return (
    <Notice
      tone="warning"
      title={title}
      announce="status"
      actions={<DiscardButton count={keys.length} onDiscard={onDiscard} />}
    >
      <p>{isStored ? keptText.unsavableText : keptText.unsavableHere}</p>
      <Facts
        facts={keys.map((key) => {
          const label = fieldLabel(key, messages);
          const value = valueText(typed.get(key), messages);
          return {
            label,
            value: (
              <>
                <CopyableText text={value} value={rawText(typed.get(key)) || value} what={label} /> (
                {keptText.nowIs(valueText(saved.get(key), messages))})
              </>
            ),
          };
        })}
      />
    </Notice>
  );
}

/** A value to the letter, for the clipboard; '' for what is no text. */
function rawText(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
