import { lazy, Suspense } from 'react';
import { openCounts } from '~/domain/confirmation-readiness';
import { draftExpiry } from '~/domain/draft-expiry';
import type { LeafKey } from '~/domain/line-leaves';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Panel } from '~/ui/Panel';
import { useNow } from '~/ui/use-now';
import { useKeptRejections } from './kept-rejections';
import { useIssues, useSavedLine } from './line-edit';
import { issueText, leafLabel } from './line-labels';
import { inScreenOrder } from './line-sections';
import styles from './ReadinessPanel.module.css';

const RejectedBefore = lazy(() =>
  import('./RejectedBefore').then(({ RejectedBefore }) => ({ default: RejectedBefore })),
);

interface ReadinessPanelProps {
  readonly onGoTo: (key: LeafKey) => void;
  /** Shows the count alone until it is opened: before the form, where there is no room beside it. */
  readonly isFolded?: boolean;
}

/** Every open point of the line in words; each leads to its field. */
export function ReadinessPanel({ onGoTo, isFolded = false }: ReadinessPanelProps) {
  const messages = useAllMessages();
  const issues = useIssues();
  const points = (
    <ul className={styles['list']}>
      {inScreenOrder(issues).map((issue) => (
        <li key={`${issue.key} ${issue.code}`}>
          <button type="button" className={styles['point']} onClick={() => onGoTo(issue.key)}>
            <span>{leafLabel(issue.key, messages)}</span>
            <span>{issueText(issue, messages)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <Panel title={messages.linePage.readiness}>
      {isFolded && issues.length > 0 ? (
        <details>
          <summary>
            <Verdict />
          </summary>
          {points}
        </details>
      ) : (
        <>
          <Verdict />
          {points}
        </>
      )}
    </Panel>
  );
}

/** How far the line is from being confirmed. A draft that has expired is not called ready. */
function Verdict() {
  const { linePage } = useAllMessages();
  const { missing, wrong } = openCounts(useIssues());
  const saved = useSavedLine();
  const now = useNow();
  const wasRejected = Object.keys(useKeptRejections(saved?.id)).length > 0;
  const isExpired = saved !== null && draftExpiry(saved, now)?.status === 'expired';
  if (missing + wrong > 0) return <span role="status">{linePage.openPoints(missing, wrong)}</span>;
  if (saved && wasRejected && !isExpired) {
    return (
      <span role="status">
        <Suspense>
          <RejectedBefore lineId={saved.id} />
        </Suspense>
      </span>
    );
  }
  return (
    <span role="status" className={isExpired ? undefined : styles['ready']}>
      {isExpired ? linePage.readyButExpired : `✓ ${linePage.readyTitle}. ${linePage.readyText}`}
    </span>
  );
}
