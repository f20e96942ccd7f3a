import { useEffect } from 'react';
import { changedFields, lineFieldValues, type FieldPath } from '~/domain/fields/field-paths';
import { mergeLine, resolveConflicts, type Side } from '~/domain/lines/order-line-changes';
import { useEditorMessages, useFormats } from '~/i18n/I18nProvider';
import type { AutosaveRecord } from '~/autosave/autosave-records';
import { Button } from '@mantine/core';
import { Notice } from '~/ui/feedback/Notice';
import { DiscardButton } from '~/features/order-lines/unsaved/orphaned/DiscardButton';
import { ConflictResolution } from '~/features/order-lines/conflicts/ConflictResolution';
import { goTo } from '~/features/order-lines/edit-state/field-focus';
import { useLineEdit, useLineEditor } from '~/features/order-lines/edit-state/use-line-editor';
import { fieldLabel } from '~/i18n/field-label';
import { inScreenOrder } from '~/features/order-lines/labels/line-sections';

interface RestoreUnsavedProps {
  readonly edit: AutosaveRecord;
  /** The form has all of it. */
  readonly onTaken: () => void;
  readonly onDiscard: () => void;
}

/**
 * Offers text that was typed earlier and never saved: restore or discard. Where the line, or the form, has changed since,
 * it is compared field by field first.
 */
export function RestoreUnsaved({ edit, onTaken, onDiscard }: RestoreUnsavedProps) {
  const messages = useEditorMessages();
  const { keptText } = messages;
  const { dateTime, list } = useFormats();
  const editor = useLineEditor();
  const { values: now, changed: typedSince } = useLineEdit();
  const merge = mergeLine(edit.base, edit.mine, now);
  const isInForm = merge.conflicts.length === 0 && changedFields(now, merge.values).length === 0;
  useEffect(() => {
    if (isInForm) onTaken();
  }, [isInForm, onTaken]);
  if (isInForm) return null;

  const typed = inScreenOrder(changedFields(edit.base, edit.mine).map((key) => ({ key }))).map(
    ({ key }) => key,
  );
  const named = (keys: readonly FieldPath[]) => list(keys.map((key) => fieldLabel(key, messages)));
  const discard = <DiscardButton count={typed.length} onDiscard={onDiscard} />;
  const restore = (decided: ReadonlyMap<FieldPath, Side>) => {
    const settled = resolveConflicts({ ...edit, theirs: now }, decided);
    // Stored as the editor's own input before its old record is removed.
    editor.fill(mergeLine(settled.base, settled.mine, now).values);
    if (typed[0]) goTo(typed[0]);
    onTaken();
  };
  // Fields that this person typed in meanwhile are not changes by others.
  const changedSince = merge.theirChanges.filter((key) => !typedSince.includes(key));
  const changed = [...merge.conflicts.map(({ key }) => key), ...changedSince];
  const [base, mine, theirs] = [lineFieldValues(edit.base), lineFieldValues(edit.mine), lineFieldValues(now)];
  return (
    <Notice
      tone="warning"
      title={keptText.title(dateTime(new Date(edit.at).toISOString()))}
      announce="status"
      actions={
        changed.length === 0 && (
          <>
            {discard}
            <Button variant="filled" onClick={() => restore(new Map())}>
              {keptText.restore}
            </Button>
          </>
        )
      }
    >
      <p>{keptText.changes(named(typed))}</p>
      {changed.length > 0 && (
        <>
          <p>{keptText.changedMeanwhile(named(changed))}</p>
          <ConflictResolution
            conflicts={merge.conflicts}
            settled={typed
              .filter((key) => !merge.conflicts.some((conflict) => conflict.key === key))
              .map((key) => ({ key, base: base.get(key), theirs: theirs.get(key), mine: mine.get(key) }))}
            theirs={keptText.now}
            mine={keptText.typed}
            action={merge.conflicts.length > 0 ? keptText.restoreDecided : keptText.restore}
            onDecide={restore}
            otherAction={discard}
          />
        </>
      )}
    </Notice>
  );
}
