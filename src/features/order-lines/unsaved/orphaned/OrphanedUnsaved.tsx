import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LineValues } from '~/contract/order-line';
import { changedFields } from '~/domain/fields/field-paths';
import { unsavedFields } from '~/domain/lines/order-line-changes';
import { useEditorMessages, useFormats } from '~/i18n/I18nProvider';
import { Autosave } from '~/autosave/autosave';
import type { AutosaveTarget, EndedInput, UnsavedInput } from '~/autosave/autosave-records';
import { UnsavableText } from './UnsavableText';

interface OrphanedUnsavedProps {
  readonly object: AutosaveTarget;
  /** The line as it is; none for a deleted line, or a new one. */
  readonly now?: LineValues;
  /** The text that this page's own form held when its line was confirmed. */
  readonly typed?: EndedInput | null;
  readonly onDiscardTyped?: () => void;
}

/** Unsaved text of a line that cannot be edited, or of a new line whose cart is no draft: to read, copy and discard. */
export function OrphanedUnsaved({ object, now, typed = null, onDiscardTyped }: OrphanedUnsavedProps) {
  const { keptText } = useEditorMessages();
  const { dateTime } = useFormats();
  const [autosave] = useState(() => new Autosave(object));
  const { leftBehind } = useSyncExternalStore(autosave.subscribe, autosave.state);
  useEffect(() => autosave.open(), [autosave]);
  // The form's text was stored too, unless the storage refused.
  const isTyped = ({ mine }: UnsavedInput) => typed !== null && changedFields(mine, typed.mine).length === 0;
  const removeTyped = () => {
    for (const edit of leftBehind.filter(isTyped)) void autosave.remove(edit);
    onDiscardTyped?.();
  };
  return (
    <>
      {typed && (
        <Orphan
          title={keptText.unsavableTitle}
          isStored={typed.isStored}
          text={typed}
          now={now ?? typed.base}
          onRemove={removeTyped}
        />
      )}
      {leftBehind
        .filter((edit) => !isTyped(edit))
        .map((edit) => (
          <Orphan
            key={edit.editor}
            isStored
            title={keptText.title(dateTime(new Date(edit.at).toISOString()))}
            text={edit}
            now={now ?? edit.base}
            onRemove={() => void autosave.remove(edit)}
          />
        ))}
    </>
  );
}

interface OrphanProps {
  readonly title: string;
  readonly isStored: boolean;
  readonly text: UnsavedInput;
  readonly now: LineValues;
  readonly onRemove: () => void;
}

/** One text. It is removed by itself when the line has all of it. */
function Orphan({ title, isStored, text, now, onRemove }: OrphanProps) {
  const keys = unsavedFields(text.base, text.mine, now);
  const isSaved = keys.length === 0;
  useEffect(() => {
    if (isSaved) onRemove();
  }, [isSaved, onRemove]);
  return (
    !isSaved && (
      <UnsavableText
        title={title}
        isStored={isStored}
        mine={text.mine}
        now={now}
        keys={keys}
        onDiscard={onRemove}
      />
    )
  );
}
