import type { BatchView } from '~/api/batches/batches';
import { batchStatus, type BatchStatus } from '~/domain/batches/batch-totals';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Badge } from '~/ui/feedback/Badge';
import type { Tone } from '~/ui/theme';

const TONES = {
  running: 'progress',
  paused: 'warning',
  done: 'good',
  stopped: 'neutral',
  undone: 'neutral',
  incomplete: 'bad',
} as const satisfies Record<BatchStatus['kind'], Tone>;

/** The state of a batch in a word. */
export function BatchBadge({ view: { batch, runs } }: { readonly view: BatchView }) {
  const { batches } = useAllMessages();
  const { kind } = batchStatus(batch, runs !== null);
  return <Badge tone={TONES[kind]}>{batches.statuses[kind]}</Badge>;
}
