import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { readLineDetails, type DetailProgress } from '~/api/read/read-line-details';
import type { CartValues } from '~/contract/cart';
import type { LineValues, OrderLine } from '~/contract/order-line';
import type { Batch, BatchKind } from '~/domain/batches/batch';
import { lineFingerprint } from '~/domain/lines/line-fingerprint';
import { useAllStoredRejections } from '~/features/order-lines/rejections/rejection-store';
import { rejectionsOfCopy } from '~/features/order-lines/rejections/rejection-texts';
import { useBatches } from './batch-store';

/** What is copied: each line's full detail becomes the values of a new one. */
export interface CopyPlan {
  readonly kind: Exclude<BatchKind, 'import' | 'change'>;
  readonly cart: CartValues;
  readonly source: Batch['source'];
  readonly lineIds: readonly string[];
  readonly toValues: (line: OrderLine) => LineValues;
}

export type StartState =
  | { readonly phase: 'choosing' }
  | { readonly phase: 'reading'; readonly progress: DetailProgress }
  | { readonly phase: 'unreadable'; readonly count: number }
  | { readonly phase: 'not-stored' };

/** Reads the lines that are copied, stores the batch, starts it and opens its page. Nothing is sent before it is stored. */
export function useStartBatch() {
  const client = useQueryClient();
  const batches = useBatches();
  const navigate = useNavigate();
  const stored = useAllStoredRejections();
  const [state, setState] = useState<StartState>({ phase: 'choosing' });
  const reading = useRef<AbortController>(null);
  // A dialog that closes ends the reading.
  useEffect(() => () => reading.current?.abort(), []);

  const start = async (plan: CopyPlan): Promise<void> => {
    const controller = new AbortController();
    reading.current?.abort();
    reading.current = controller;
    const { lineIds } = plan;
    setState({ phase: 'reading', progress: { read: 0, total: lineIds.length } });
    const { signal } = controller;
    const details = await readLineDetails(client, lineIds, signal, (progress) =>
      setState({ phase: 'reading', progress }),
    ).catch(() => null);
    if (details === null || signal.aborted) return;
    const lines = lineIds.map((id) => details.get(id)).filter((line) => line !== undefined);
    if (lines.length < lineIds.length) {
      setState({ phase: 'unreadable', count: lineIds.length - lines.length });
      return;
    }
    const rows = await Promise.all(
      lines.map(async (line) => {
        const values = plan.toValues(line);
        return {
          values,
          copied: { id: line.id, fingerprint: await lineFingerprint(line) },
          rejections: rejectionsOfCopy(values, line, stored[line.id] ?? {}),
        };
      }),
    );
    const { kind, cart, source } = plan;
    try {
      const batchId = await batches.begin({ kind, cart, source, rows });
      await navigate({ to: '/batches/$batchId', params: { batchId } });
    } catch {
      setState({ phase: 'not-stored' });
    }
  };
  return { state, start: (plan: CopyPlan) => void start(plan) };
}
