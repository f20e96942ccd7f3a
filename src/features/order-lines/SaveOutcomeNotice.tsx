import type { SaveOutcome } from '~/api/save-line';
import type { LeafValue } from '~/domain/line-leaves';
import { isDia } from '~/domain/offer-rules';
import type { Messages } from '~/i18n/I18nProvider';
import { useFormats, useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Notice } from '~/ui/Notice';
import { leafLabel } from './line-labels';
import styles from './SaveOutcomeNotice.module.css';

interface SaveOutcomeNoticeProps {
  readonly outcome: SaveOutcome;
  readonly onResolve: (choice: 'mine' | 'theirs') => void;
}

/** What a save ended in, where it is more than "saved": values that the API changed, merged changes, a conflict. */
export function SaveOutcomeNotice({ outcome, onResolve }: SaveOutcomeNoticeProps) {
  const messages = useAllMessages();
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
      {outcome.mergedCount > 0 && (
        <Notice tone="neutral" announce="status">
          <p>{linePage.merged(outcome.mergedCount)}</p>
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
                shown(keptValue, messages),
                shown(sent, messages),
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

function Conflicts({ outcome, onResolve }: ConflictsProps) {
  const messages = useAllMessages();
  const { linePage, linesPage } = messages;
  return (
    <Notice tone="warning" title={linePage.conflictTitle} announce="alert">
      <p>{linePage.conflictText}</p>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <td aria-label={linesPage.reference} />
              <th scope="col">{linePage.conflictBase}</th>
              <th scope="col">{linePage.conflictTheirs}</th>
              <th scope="col">{linePage.conflictMine}</th>
            </tr>
          </thead>
          <tbody>
            {outcome.conflicts.map(({ key, base, theirs, mine }) => (
              <tr key={key}>
                <th scope="row">{leafLabel(key, messages)}</th>
                <td>{shown(base, messages)}</td>
                <td>{shown(theirs, messages)}</td>
                <td>{shown(mine, messages)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles['choice']}>
        <Button onClick={() => onResolve('theirs')}>{linePage.keepTheirs}</Button>
        <Button look="primary" onClick={() => onResolve('mine')}>
          {linePage.keepMine}
        </Button>
      </div>
    </Notice>
  );
}

/** A value as it reads in a sentence. */
function shown(value: LeafValue | undefined, { linePage, common }: Messages): string {
  if (value === true) return common.yes;
  if (value === false) return common.no;
  const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
  return text === '' ? linePage.empty : text;
}
