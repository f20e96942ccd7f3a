import { useEffect } from 'react';
import type { LineValues } from '~/contract/order-line';
import { changedLeaves, lineLeaves, type LeafKey } from '~/domain/line-leaves';
import { mergeLine, settleConflicts, type Side } from '~/domain/order-line-changes';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import type { KeptEdit } from '~/kept/kept-edits';
import { Button } from '~/ui/Button';
import { Notice } from '~/ui/Notice';
import { DiscardButton } from './DiscardButton';
import { FieldDecision } from './FieldDecision';
import { useLineEdit } from './line-edit';
import { leafLabel } from './line-labels';
import { inScreenOrder } from './line-sections';
import { UnsavableText } from './UnsavableText';

interface TextLeftBehindProps {
  readonly edit: KeptEdit;
  readonly isEditable: boolean;
  readonly onRestore: (values: LineValues, focus: LeafKey | undefined) => void;
  readonly onRemove: () => void;
}

/**
 * Offers text that was typed earlier and never saved: restore or discard. Where the line, or the form, has changed since,
 * it is compared field by field first.
 */
export function TextLeftBehind({ edit, isEditable, onRestore, onRemove }: TextLeftBehindProps) {
  const messages = useAllMessages();
  const { keptText } = useUnsavedMessages();
  const { dateTime, list } = useFormats();
  const { values: now, changed: typedSince } = useLineEdit();
  const merge = mergeLine(edit.base, edit.mine, now);
  const isInForm = merge.conflicts.length === 0 && changedLeaves(now, merge.values).length === 0;
  useEffect(() => {
    if (isInForm) onRemove();
  }, [isInForm, onRemove]);
  if (isInForm) return null;

  const typed = inScreenOrder(changedLeaves(edit.base, edit.mine).map((key) => ({ key }))).map(
    ({ key }) => key,
  );
  const named = (keys: readonly LeafKey[]) => list(keys.map((key) => leafLabel(key, messages)));
  const title = keptText.title(dateTime(new Date(edit.at).toISOString()));
  if (!isEditable)
    return <UnsavableText title={title} text={{ ...edit, now }} keys={typed} onDiscard={onRemove} />;

  const discard = <DiscardButton count={typed.length} onDiscard={onRemove} />;
  const restore = (decided: ReadonlyMap<LeafKey, Side>) => {
    const settled = settleConflicts({ ...edit, theirs: now }, decided);
    onRestore(mergeLine(settled.base, settled.mine, now).values, typed[0]);
  };
  // What somebody types into other fields while they have not decided is no news to them.
  const changedSince = merge.theirChanges.filter((key) => !typedSince.includes(key));
  const changed = [...merge.conflicts.map(({ key }) => key), ...changedSince];
  const [base, mine, theirs] = [lineLeaves(edit.base), lineLeaves(edit.mine), lineLeaves(now)];
  return (
    <Notice
      tone="warning"
      title={title}
      announce="status"
      actions={
        changed.length === 0 && (
          <>
            {discard}
            <Button look="primary" onClick={() => restore(new Map())}>
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
          <FieldDecision
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
