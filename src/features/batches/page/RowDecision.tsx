import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { BatchView } from '~/api/batches/batches';
import { useBatches } from '~/features/batches/batch-store';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Panel } from '~/ui/panel/Panel';
import styles from './BatchPage.module.css';

/** The first row of which several lines may be the one that was sent: a person decides. Nothing without one. */
export function RowDecision({ view: { batch, runs } }: { readonly view: BatchView }) {
  const { batches } = useAllMessages();
  const acts = useBatches();
  const index = batch.rows.findIndex(({ state }) => state.kind === 'unknown' && state.candidates.length > 0);
  const state = batch.rows[index]?.state;
  if (state?.kind !== 'unknown') return null;
  const decide = (lineId: string | null) => void acts.decide(batch.id, index, lineId);
  return (
    <Panel title={batches.decideTitle}>
      <p>{batches.decideText(index + 1)}</p>
      <ul className={styles['candidates']}>
        {state.candidates.map((lineId, place) => (
          <li key={lineId}>
            <Link id={`candidate-${lineId}`} to="/lines/$lineId" params={{ lineId }}>
              {batches.candidate(place + 1)}
            </Link>
            <Button
              disabled={runs !== null}
              aria-describedby={`candidate-${lineId}`}
              onClick={() => decide(lineId)}
            >
              {batches.itIs}
            </Button>
          </li>
        ))}
        <li>
          <Button disabled={runs !== null} onClick={() => decide(null)}>
            {batches.noneOfThem}
          </Button>
        </li>
      </ul>
    </Panel>
  );
}
