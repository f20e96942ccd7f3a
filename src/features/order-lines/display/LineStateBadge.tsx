import type { OrderLine } from '~/contract/order-line';
import { isKnownLineState, type KnownLineState } from '~/contract/states';
import { useMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Badge } from '~/ui/feedback/Badge';
import type { Tone } from '~/ui/theme';

const TONES: Readonly<Record<KnownLineState, Tone>> = {
  created: 'neutral',
  in_progress: 'progress',
  acknowledged: 'good',
  held_adv_validation: 'warning',
  rejected_creation: 'bad',
};

interface LineStateBadgeProps {
  readonly line: Pick<OrderLine, 'state'> & Partial<Pick<OrderLine, 'cancellation_date'>>;
}

/** A line's state in words; a line with a cancellation date is cancelled whatever its state says. */
export function LineStateBadge({ line }: LineStateBadgeProps) {
  const { lineStates, cancelled, unknownState } = useMessages();
  if (line.cancellation_date) return <Badge tone="bad">{cancelled}</Badge>;
  if (isKnownLineState(line.state)) return <Badge tone={TONES[line.state]}>{lineStates[line.state]}</Badge>;
  return <Badge tone="neutral">{shownText(line.state) || unknownState}</Badge>;
}
