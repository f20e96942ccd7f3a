import type { CartReadiness } from '~/domain/confirmation-readiness';
import { useOrderMessages } from '~/i18n/order-messages';
import { Notice } from '~/ui/Notice';
import { OpenPoints } from './OpenPoints';

/** Why the order cannot be placed: in words, each open point a link to its field. */
export function ConfirmRefusal({ refusal, lines }: Pick<CartReadiness, 'refusal' | 'lines'>) {
  const { confirmPage } = useOrderMessages();
  if (refusal === null) return null;
  const incomplete = lines.filter(({ blocking }) => blocking.length > 0);
  const words = {
    'no-lines': confirmPage.noLines,
    'unreadable-line': confirmPage.unreadable,
    'not-draft': confirmPage.notDraft,
    incomplete: confirmPage.incomplete(incomplete.length),
  };
  return (
    <Notice tone="warning" title={confirmPage.missingTitle}>
      <p>{words[refusal]}</p>
      {refusal === 'incomplete' && <OpenPoints lines={incomplete} />}
    </Notice>
  );
}
