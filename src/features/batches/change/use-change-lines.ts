import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { readLineDetails, type DetailProgress } from '~/api/read/read-line-details';
import type { OrderLineSummary } from '~/contract/order-line';
import type { LineAction } from '~/domain/changes/line-actions';
import { planChanges, type ChangePlan } from '~/domain/changes/plan-changes';
import { useBatches } from '~/features/batches/batch-store';
import { clearSelection } from '~/features/order-lines/list/table/line-selection';

export type ChangeState =
  | { readonly phase: 'choosing' }
  | { readonly phase: 'reading'; readonly progress: DetailProgress }
  /** `unread`: how many lines could not be read. */
  | {
      readonly phase: 'preview' | 'starting' | 'not-stored';
      readonly plan: ChangePlan;
      readonly unread: number;
    };

/** Reads the lines afresh, plans the actions on them, and starts the batch. Nothing is sent before that. */
export function useChangeLines(selected: ReadonlyMap<string, OrderLineSummary>) {
  const client = useQueryClient();
  const batches = useBatches();
  const navigate = useNavigate();
  const [state, setState] = useState<ChangeState>({ phase: 'choosing' });
  const reading = useRef<AbortController>(null);

  const cancel = () => {
    reading.current?.abort();
    setState({ phase: 'choosing' });
  };
  const preview = async (actions: readonly LineAction[]): Promise<void> => {
    const controller = new AbortController();
    reading.current?.abort();
    reading.current = controller;
    const { signal } = controller;
    const ids = [...selected.keys()];
    const report = (progress: DetailProgress) => {
      if (!signal.aborted) setState({ phase: 'reading', progress });
    };
    report({ read: 0, total: ids.length });
    const details = await readLineDetails(client, ids, signal, report).catch(() => null);
    if (details === null || signal.aborted) return;
    const lines = [...details.values()].map((line) => ({
      ...line,
      // A detail need not name its cart.
      product_order_id: line.product_order_id || (selected.get(line.id)?.product_order_id ?? ''),
    }));
    const known = lines.filter((line) => line.product_order_id !== '');
    const plan = planChanges(known, actions);
    setState({ phase: 'preview', plan, unread: ids.length - known.length });
  };
  const apply = async (plan: ChangePlan, unread: number, fields: string): Promise<void> => {
    setState({ phase: 'starting', plan, unread });
    const rows = plan.changed.map(({ line, values }) => ({
      values,
      change: { lineId: line.id, cartId: line.product_order_id, base: line },
    }));
    try {
      const batchId = await batches.beginChanges({ fields, rows });
      clearSelection();
      await navigate({ to: '/batches/$batchId', params: { batchId } });
    } catch {
      setState({ phase: 'not-stored', plan, unread });
    }
  };
  return { state, cancel, preview, apply };
}
