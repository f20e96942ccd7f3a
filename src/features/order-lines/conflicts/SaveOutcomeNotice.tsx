import type { AnsweredSave } from '~/api/write/save-line';
import { lineFieldValues } from '~/domain/fields/field-paths';
import { isDia } from '~/domain/fields/offer-rules';
import { useEditorMessages, useFormats } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';
import { focusNotice } from '~/ui/keyboard/focus-notice';
import { ConflictResolution } from './ConflictResolution';
import { useLineEdit, useLineEditor } from '~/features/order-lines/edit-state/use-line-editor';
import { fieldLabel } from '~/i18n/field-label';
import { valueText } from '~/features/order-lines/labels/line-labels';

interface SaveOutcomeNoticeProps {
  /** Any other outcome ends the form. */
  readonly outcome: Exclude<AnsweredSave, { kind: 'no-longer-draft' }>;
}

/** The outcome of a save beyond "saved": changed values, merged changes, a conflict. */
export function SaveOutcomeNotice({ outcome }: SaveOutcomeNoticeProps) {
  const messages = useEditorMessages();
  const { list } = useFormats();
  const { linePage } = messages;
  if (outcome.kind === 'conflict') return <Conflicts outcome={outcome} />;
  return (
    <>
      {outcome.merged.length > 0 && (
        <Notice tone="neutral" announce="status">
          <p>{linePage.merged(list(outcome.merged.map((key) => fieldLabel(key, messages))))}</p>
        </Notice>
      )}
      <Differences outcome={outcome} />
    </>
  );
}

function Differences({ outcome }: { readonly outcome: Extract<AnsweredSave, { kind: 'saved' }> }) {
  const messages = useEditorMessages();
  const { list } = useFormats();
  const { linePage } = messages;
  const stored = outcome.differences.filter((difference) => difference.stored !== undefined);
  const notShown = outcome.differences.filter((difference) => difference.stored === undefined);
  return (
    <>
      {stored.length > 0 && (
        <Notice tone="warning" title={linePage.differencesTitle} announce="status">
          {stored.map(({ key, sent, stored: storedValue }) => (
            <p key={key}>
              {linePage.keptInstead(
                fieldLabel(key, messages),
                valueText(storedValue, messages),
                valueText(sent, messages),
              )}{' '}
              {key === 'enni' && isDia(outcome.line) && linePage.diaKept}
            </p>
          ))}
        </Notice>
      )}
      {notShown.length > 0 && (
        <Notice tone="neutral" announce="status">
          <p>{linePage.sentNotReturned(list(notShown.map(({ key }) => fieldLabel(key, messages))))}</p>
        </Notice>
      )}
    </>
  );
}

interface ConflictsProps {
  readonly outcome: Extract<AnsweredSave, { kind: 'conflict' }>;
}

/** Takes the focus: a decision is needed before anything is saved. */
function Conflicts({ outcome }: ConflictsProps) {
  const { conflict } = useEditorMessages();
  const { time } = useFormats();
  const editor = useLineEditor();
  // Typing may go on beside the question: `mine` is the form's present text.
  const mine = lineFieldValues(useLineEdit().values);
  return (
    <Notice tone="warning" title={conflict.title} announce="alert" ref={focusNotice}>
      <p>{conflict.text(time(outcome.at))}</p>
      <ConflictResolution
        conflicts={outcome.conflicts.map((conflict) => ({ ...conflict, mine: mine.get(conflict.key) }))}
        theirs={conflict.theirs}
        mine={conflict.mine}
        action={conflict.save}
        onDecide={(decided) => void editor.resolveConflicts(decided)}
      />
    </Notice>
  );
}
