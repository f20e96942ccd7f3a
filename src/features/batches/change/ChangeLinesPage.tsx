import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import type { OrderLineSummary } from '~/contract/order-line';
import { readDraft, type ActionDraft } from '~/domain/changes/action-draft';
import { useSelectedLines } from '~/features/order-lines/list/table/line-selection';
import { today } from '~/features/order-lines/labels/today';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { EmptyState } from '~/ui/feedback/EmptyState';
import { percentOf } from '~/ui/feedback/percent';
import { LinkButton } from '~/ui/LinkButton';
import { Page } from '~/ui/Page';
import { Panel } from '~/ui/panel/Panel';
import { ActionFields } from './ActionFields';
import styles from './ChangeLinesPage.module.css';
import { ChangePreview } from './ChangePreview';
import { useChangeLines } from './use-change-lines';

const FIRST: ActionDraft = { kind: 'set', field: 'scheduled_delivery_date', text: '', search: '' };

/** One change of all ticked lines: what is done, each line before and after, and the start of the batch. */
export function ChangeLinesPage() {
  const { changing } = useAllMessages();
  const selected = useSelectedLines();
  // The lines of this visit: the selection is cleared when the batch starts.
  const [lines] = useState(selected);
  return (
    <Page title={changing.title(lines.size)} subtitle={changing.intro}>
      {lines.size === 0 ? (
        <EmptyState
          title={changing.none}
          text={changing.noneText}
          action={<LinkButton to="/lines">{changing.toLines}</LinkButton>}
        />
      ) : (
        <ChangeSteps lines={lines} />
      )}
    </Page>
  );
}

function ChangeSteps({ lines }: { readonly lines: ReadonlyMap<string, OrderLineSummary> }) {
  const messages = useAllMessages();
  const { list } = useFormats();
  const { changing, common, batches } = messages;
  const [drafts, setDrafts] = useState<readonly ActionDraft[]>([FIRST]);
  const [isChecked, setIsChecked] = useState(false);
  const { state, cancel, preview, apply } = useChangeLines(lines);
  const read = drafts.map((draft) => readDraft(draft, today()));
  const change = (next: readonly ActionDraft[]) => {
    setDrafts(next);
    cancel();
  };
  const errorOf = (index: number): string | null => {
    const entry = read[index];
    if (!isChecked || !entry || !('problem' in entry)) return null;
    return entry.problem === 'missing' ? changing.missing : messages.issues[entry.problem];
  };
  const show = () => {
    setIsChecked(true);
    const actions = read.flatMap((entry) => ('action' in entry ? [entry.action] : []));
    if (actions.length === drafts.length) void preview(actions);
  };
  const names = () =>
    list([
      ...new Set(
        drafts.map(({ kind, field }) => fieldLabel(kind.endsWith('option') ? 'option_ids' : field, messages)),
      ),
    ]);
  return (
    <>
      <Panel title={changing.actions}>
        <div className={styles['actions']}>
          {drafts.map((draft, index) => (
            <ActionFields
              // oxlint-disable-next-line react/no-array-index-key -- drafts are only added at the end
              key={index}
              draft={draft}
              error={errorOf(index)}
              onChange={(next) => change(drafts.map((other) => (other === draft ? next : other)))}
            />
          ))}
          <div className={styles['buttons']}>
            <Button onClick={() => change([...drafts, FIRST])}>{changing.add}</Button>
            {drafts.length > 1 && (
              <Button onClick={() => change(drafts.slice(0, -1))}>{changing.removeLast}</Button>
            )}
            <Button
              // With the changes in sight, the next step is to apply them.
              variant={'plan' in state ? 'default' : 'filled'}
              disabled={state.phase === 'reading'}
              onClick={show}
            >
              {changing.show}
            </Button>
          </div>
          {state.phase === 'reading' && (
            <div className={styles['preview']}>
              <Progress
                value={percentOf(state.progress.read, state.progress.total)}
                aria-label={changing.preview}
              />
              <p role="status">{batches.reading(state.progress.read, state.progress.total)}</p>
              <div>
                <Button onClick={cancel}>{common.cancel}</Button>
              </div>
            </div>
          )}
        </div>
      </Panel>
      {'plan' in state && (
        <ChangePreview state={state} onApply={() => void apply(state.plan, state.unread, names())} />
      )}
    </>
  );
}
