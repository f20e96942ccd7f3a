import type { LineValues } from '~/contract/order-line';
import { lineLeaves, type LeafKey } from '~/domain/line-leaves';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import { CopyButton } from '~/ui/CopyButton';
import { Facts } from '~/ui/Facts';
import { Notice } from '~/ui/Notice';
import { DiscardButton } from './DiscardButton';
import { useLineEdit, useSavedLine } from './line-edit';
import { leafLabel, valueText } from './line-labels';

interface UnsavableTextProps {
  readonly title: string;
  readonly text: Readonly<Record<'mine' | 'now', LineValues>>;
  /** The fields that were typed in. */
  readonly keys: readonly LeafKey[];
  readonly onDiscard: () => void;
}

/** Text that can be saved no more, to read and to copy. */
export function UnsavableText({ title, text, keys, onDiscard }: UnsavableTextProps) {
  const messages = useAllMessages();
  const { keptText } = useUnsavedMessages();
  const [mine, now] = [lineLeaves(text.mine), lineLeaves(text.now)];
  return (
    <Notice
      tone="warning"
      title={title}
      announce="status"
      actions={<DiscardButton count={keys.length} onDiscard={onDiscard} />}
    >
      <p>{keptText.unsavableText}</p>
      <Facts
        facts={keys.map((key) => {
          const label = leafLabel(key, messages);
          const value = valueText(mine.get(key), messages);
          return {
            label,
            value: (
              <>
                {value} <CopyButton value={value} what={label} /> (
                {keptText.nowIs(valueText(now.get(key), messages))})
              </>
            ),
          };
        })}
      />
    </Notice>
  );
}

/** The same for what is in the form of a line that can be saved no more; nothing when that is what the line has. */
export function UnsavableEdit({ onDiscard }: { readonly onDiscard: () => void }) {
  const { keptText } = useUnsavedMessages();
  const { values, changed } = useLineEdit();
  const saved = useSavedLine();
  if (changed.length === 0 || saved === null) return null;
  return (
    <UnsavableText
      title={keptText.unsavableTitle}
      text={{ mine: values, now: saved }}
      keys={changed}
      onDiscard={onDiscard}
    />
  );
}
