import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ChangePlan } from '~/domain/changes/plan-changes';
import { lineName } from '~/features/order-lines/display/LineName';
import { valueText } from '~/features/order-lines/labels/line-labels';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';
import { Panel } from '~/ui/panel/Panel';
import { DataTable } from '~/ui/table/DataTable';
import type { Column } from '~/ui/table/table-model';
import styles from './ChangeLinesPage.module.css';
import type { ChangeState } from './use-change-lines';

interface ChangePreviewProps {
  readonly state: Extract<ChangeState, { plan: ChangePlan }>;
  readonly onApply: () => void;
}

/** Every line that changes, before and after, what stays and why, and the button that starts the batch. */
export function ChangePreview({ state: { phase, plan, unread }, onApply }: ChangePreviewProps) {
  const { changing, batches } = useAllMessages();
  const [isAgreed, setIsAgreed] = useState(false);
  const count = plan.changed.length;
  const isReady = count > 0 && (plan.loseCpe === 0 || isAgreed);
  return (
    <>
      <Panel title={changing.preview}>
        <div className={styles['preview']}>
          <PlanSummary plan={plan} unread={unread} />
          {plan.loseCpe > 0 && (
            <Checkbox
              label={changing.loseCpe(plan.loseCpe)}
              checked={isAgreed}
              onChange={({ currentTarget }) => setIsAgreed(currentTarget.checked)}
            />
          )}
          {phase === 'not-stored' && (
            <Notice tone="bad" announce="alert">
              <p>{batches.notStored}</p>
            </Notice>
          )}
          <div>
            <Button variant="filled" disabled={!isReady || phase === 'starting'} onClick={onApply}>
              {changing.apply}
            </Button>
          </div>
        </div>
      </Panel>
      {count > 0 && <ChangedLinesTable plan={plan} />}
    </>
  );
}

function PlanSummary({ plan, unread }: { readonly plan: ChangePlan; readonly unread: number }) {
  const messages = useAllMessages();
  const { changing } = messages;
  return (
    <div role="status">
      <p>{changing.willChange(plan.changed.length)}</p>
      {plan.sameCount > 0 && <p>{changing.same(plan.sameCount)}</p>}
      {plan.stays.map(({ key, reason, lines }) => (
        <p key={`${key} ${reason}`}>{changing.stays[reason](lines, fieldLabel(key, messages))}</p>
      ))}
      {plan.needCpe > 0 && <p>{changing.needCpe(plan.needCpe)}</p>}
      {unread > 0 && <p>{changing.unread(unread)}</p>}
    </div>
  );
}

type ChangedLine = ChangePlan['changed'][number];

function ChangedLinesTable({ plan }: { readonly plan: ChangePlan }) {
  const messages = useAllMessages();
  const { changing, batches } = messages;
  const rows = useMemo(() => plan.changed.map((row) => ({ key: row.line.id, row })), [plan]);
  const columns = useMemo((): readonly Column<ChangedLine>[] => {
    const side = (name: 'before' | 'after') => ({
      key: name,
      header: changing[name],
      width: 300,
      cell: ({ changes }: ChangedLine) =>
        changes.map((change) => (
          <div key={change.key} className={styles['value']}>
            {changing.pair(fieldLabel(change.key, messages), valueText(change[name], messages))}
          </div>
        )),
    });
    return [
      {
        key: 'name',
        header: batches.name,
        width: 260,
        cell: ({ line }) => (
          <Link to="/lines/$lineId" params={{ lineId: line.id }}>
            {lineName(line, messages)}
          </Link>
        ),
      },
      side('before'),
      side('after'),
    ];
  }, [messages, changing, batches]);
  return (
    <Panel title={changing.lines} flush>
      <DataTable flush caption={changing.lines} columns={columns} rows={rows} />
    </Panel>
  );
}
