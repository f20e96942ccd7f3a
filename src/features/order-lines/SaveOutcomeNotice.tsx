import { useEffect, useRef } from 'react';
import type { SaveOutcome } from '~/api/save-line';
import type { LineValues } from '~/contract/order-line';
import { lineLeaves, type LeafKey } from '~/domain/line-leaves';
import { isDia } from '~/domain/offer-rules';
import type { Side } from '~/domain/order-line-changes';
import { useFormats, useAllMessages } from '~/i18n/I18nProvider';
import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import { Notice } from '~/ui/Notice';
import { readFirst } from '~/ui/read-first';
import { FieldDecision } from './FieldDecision';
import { useLineEdit } from './line-edit';
import { leafLabel, valueText } from './line-labels';

/** Saves again with a decision about what others changed meanwhile. */
export type OnResolve = (theirs: LineValues, decided: ReadonlyMap<LeafKey, Side>) => void;

interface SaveOutcomeNoticeProps {
  readonly outcome: SaveOutcome;
  readonly onResolve: OnResolve;
}

/** What a save ended in, where it is more than "saved": values that the API changed, merged changes, a conflict. */
export function SaveOutcomeNotice({ outcome, onResolve }: SaveOutcomeNoticeProps) {
  const messages = useAllMessages();
  const { list } = useFormats();
  const { linePage } = messages;
  if (outcome.kind === 'conflict') return <Conflicts outcome={outcome} onResolve={onResolve} />;
  if (outcome.kind === 'no-longer-draft') {
    return (
      <Notice tone="warning" announce="alert">
        <p>{linePage.noLongerDraft}</p>
      </Notice>
    );
  }
  return (
    <>
      {outcome.merged.length > 0 && (
        <Notice tone="neutral" announce="status">
          <p>{linePage.merged(list(outcome.merged.map((key) => leafLabel(key, messages))))}</p>
        </Notice>
      )}
      <Differences outcome={outcome} />
    </>
  );
}

function Differences({ outcome }: { readonly outcome: Extract<SaveOutcome, { kind: 'saved' }> }) {
  const messages = useAllMessages();
  const { list } = useFormats();
  const { linePage } = messages;
  const kept = outcome.differences.filter((difference) => difference.kept !== undefined);
  const notShown = outcome.differences.filter((difference) => difference.kept === undefined);
  return (
    <>
      {kept.length > 0 && (
        <Notice tone="warning" title={linePage.differencesTitle} announce="status">
          {kept.map(({ key, sent, kept: keptValue }) => (
            <p key={key}>
              {linePage.keptInstead(
                leafLabel(key, messages),
                valueText(keptValue, messages),
                valueText(sent, messages),
              )}{' '}
              {key === 'enni' && isDia(outcome.line) && linePage.diaKept}
            </p>
          ))}
        </Notice>
      )}
      {notShown.length > 0 && (
        <Notice tone="neutral" announce="status">
          <p>{linePage.sentNotReturned(list(notShown.map(({ key }) => leafLabel(key, messages))))}</p>
        </Notice>
      )}
    </>
  );
}

interface ConflictsProps extends Pick<SaveOutcomeNoticeProps, 'onResolve'> {
  readonly outcome: Extract<SaveOutcome, { kind: 'conflict' }>;
}

/** It takes the focus, for it asks for a decision before anything is saved. */
function Conflicts({ outcome, onResolve }: ConflictsProps) {
  const { conflict } = useUnsavedMessages();
  const { time } = useFormats();
  const notice = useRef<HTMLElement>(null);
  // Typing goes on beside the question: mine is what is typed now, for that is what would be saved or dropped.
  const mine = lineLeaves(useLineEdit().values);
  useEffect(() => {
    if (outcome.conflicts.length > 0) readFirst(notice.current);
  }, [outcome]);
  return (
    <Notice tone="warning" title={conflict.title} announce="alert" ref={notice}>
      <p>{conflict.text(time(outcome.at))}</p>
      <FieldDecision
        conflicts={outcome.conflicts.map((conflict) => ({ ...conflict, mine: mine.get(conflict.key) }))}
        theirs={conflict.theirs}
        mine={conflict.mine}
        action={conflict.save}
        onDecide={(decided) => onResolve(outcome.line, decided)}
      />
    </Notice>
  );
}
