import { useAllMessages } from '~/i18n/I18nProvider';
import { Badge } from '~/ui/feedback/Badge';
import type { Tone } from '~/ui/theme';
import type { CheckEntry } from './check-entries';

const TONES = {
  ready: 'good',
  incomplete: 'warning',
  blocked: 'bad',
  'left-out': 'neutral',
} as const satisfies Record<CheckEntry['state'], Tone>;

/** The state of a row in a word. */
export function RowStateBadge({ state }: Pick<CheckEntry, 'state'>) {
  const { importing } = useAllMessages();
  return <Badge tone={TONES[state]}>{importing.statuses[state]}</Badge>;
}
