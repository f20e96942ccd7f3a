import { useAllMessages } from '~/i18n/I18nProvider';
import { Panel } from '~/ui/Panel';
import type { LeafKey } from '~/domain/line-leaves';
import { useLineEdit } from './line-edit';
import { issueText, leafLabel } from './line-labels';
import { inScreenOrder } from './line-sections';
import styles from './ReadinessPanel.module.css';

/** Every open point of the line in words; each leads to its field. */
export function ReadinessPanel({ onGoTo }: { readonly onGoTo: (key: LeafKey) => void }) {
  const messages = useAllMessages();
  const { linePage } = messages;
  const { issues } = useLineEdit();
  const blocking = issues.filter(({ severity }) => severity === 'error');
  return (
    <Panel title={linePage.readiness}>
      <p role="status" className={blocking.length === 0 ? styles['ready'] : undefined}>
        {blocking.length === 0
          ? `✓ ${linePage.readyTitle}. ${linePage.readyText}`
          : linePage.openPoints(blocking.length)}
      </p>
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
    </Panel>
  );
}
