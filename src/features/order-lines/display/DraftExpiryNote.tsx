import type { OrderLine, OrderLineSummary } from '~/contract/order-line';
import { draftExpiry } from '~/domain/lifecycles/draft-expiry';
import { useFormats, useMessages } from '~/i18n/I18nProvider';
import { Badge } from '~/ui/feedback/Badge';
import { Time } from '~/ui/Time';
import { useNow } from '~/ui/browser/use-now';

interface DraftExpiryNoteProps {
  /** Says nothing while there is time. */
  readonly onlyWhenNear?: boolean;
  readonly line: Pick<OrderLineSummary, 'state' | 'order_date' | 'expiration_date' | 'creation_date'> &
    Partial<Pick<OrderLine, 'state_change'>>;
}

/** When a draft expires; marked when that is near or past. Nothing for a line that is no draft. */
export function DraftExpiryNote({ line, onlyWhenNear = false }: DraftExpiryNoteProps) {
  const { linesPage } = useMessages();
  const { shortDate: date } = useFormats();
  const expiry = draftExpiry(line, useNow());
  if (!expiry) return null;
  const at = expiry.at.toISOString();
  if (expiry.status === 'expired') return <Badge tone="bad">{linesPage.expiredShort(date(at))}</Badge>;
  if (expiry.status === 'soon') return <Badge tone="warning">{linesPage.expiresShort(date(at))}</Badge>;
  return onlyWhenNear ? null : <Time value={line.expiration_date || at} isShort />;
}
