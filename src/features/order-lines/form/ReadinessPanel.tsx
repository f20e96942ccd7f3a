import { Suspense } from 'react';
import { openCounts } from '~/domain/lines/confirmation-readiness';
import { draftExpiry } from '~/domain/lifecycles/draft-expiry';
import { goTo } from '~/features/order-lines/edit-state/field-focus';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Panel } from '~/ui/panel/Panel';
import { useNow } from '~/ui/browser/use-now';
import { useStoredRejections } from '~/features/order-lines/rejections/rejection-store';
import { useIssues, useSavedLine } from '~/features/order-lines/edit-state/use-line-editor';
import { fieldLabel } from '~/i18n/field-label';
import { issueText } from '~/features/order-lines/labels/line-labels';
import { inScreenOrder } from '~/features/order-lines/labels/line-sections';
import styles from './ReadinessPanel.module.css';
import { LazyPreviousRejection } from '~/features/order-lines/rejections/notices/lazy';

interface ReadinessPanelProps {
  /** Shows the count alone until it is opened: before the form, where there is no room beside it. */
  readonly isFolded?: boolean;
}

/** Every open point of the line in words; each leads to its field. */
export function ReadinessPanel({ isFolded = false }: ReadinessPanelProps) {
  const messages = useEditorMessages();
  const issues = useIssues();
  const points = (
    <ul className={styles['list']}>
      {inScreenOrder(issues).map((issue) => (
        <li key={`${issue.key} ${issue.code}`}>
          <button type="button" className={styles['point']} onClick={() => goTo(issue.key)}>
            <span>{fieldLabel(issue.key, messages)}</span>
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
  const { linePage } = useEditorMessages();
  const { missing, wrong } = openCounts(useIssues());
  const saved = useSavedLine();
  const now = useNow();
  const wasRejected = Object.keys(useStoredRejections(saved?.id)).length > 0;
  const isExpired = saved !== null && draftExpiry(saved, now)?.status === 'expired';
  if (missing + wrong > 0) return <span role="status">{linePage.openPoints(missing, wrong)}</span>;
  if (saved && wasRejected && !isExpired) {
    return (
      <span role="status">
        <Suspense>
          <LazyPreviousRejection lineId={saved.id} />
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
