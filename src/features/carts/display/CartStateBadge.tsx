import { isKnownCartState, type CartState, type KnownCartState } from '~/contract/states';
import { useMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Badge } from '~/ui/feedback/Badge';
import type { Tone } from '~/ui/theme';

const TONES: Readonly<Record<KnownCartState, Tone>> = {
  created: 'neutral',
  in_progress: 'progress',
  completed: 'good',
  partial: 'warning',
  rejected: 'bad',
};

/** A cart's state in words; one that we do not know as the raw word. */
export function CartStateBadge({ state }: { readonly state: CartState }) {
  const { cartStates, unknownState } = useMessages();
  if (isKnownCartState(state)) return <Badge tone={TONES[state]}>{cartStates[state]}</Badge>;
  return <Badge tone="neutral">{shownText(state) || unknownState}</Badge>;
}
