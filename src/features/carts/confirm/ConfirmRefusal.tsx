import type { CartReadiness } from '~/domain/lines/confirmation-readiness';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';
import { IssueList } from '~/features/carts/display/IssueList';

/** Why the order cannot be placed: in words, each open point a link to its field. */
export function ConfirmRefusal({ refusal, lines }: Pick<CartReadiness, 'refusal' | 'lines'>) {
  const { confirmPage } = useAllMessages();
  if (refusal === null) return null;
  const incomplete = lines.filter(({ blocking }) => blocking.length > 0);
  const texts = {
    'no-lines': confirmPage.noLines,
    'unreadable-line': confirmPage.unreadable,
    'not-draft': confirmPage.notDraft,
    incomplete: confirmPage.incomplete(incomplete.length),
  };
  return (
    <Notice tone="warning" title={confirmPage.missingTitle}>
      <p>{texts[refusal]}</p>
      {refusal === 'incomplete' && <IssueList lines={incomplete} />}
    </Notice>
  );
}
