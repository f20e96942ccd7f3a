import { useEffect, useRef, useState } from 'react';
import type { ReadingProgress } from '~/api/all-rows';
import { ifFree } from '~/api/one-at-a-time';
import { makeFile, type ExportedFile, type ExportOrder, type WritingProgress } from './export-file';

/** Why nothing was exported: a person has cancelled, or another tab is exporting. */
type ExportNote = 'cancelled' | 'elsewhere';

/** Where an export stands. */
export type ExportState =
  | { readonly phase: 'choosing'; readonly note: ExportNote | null }
  | { readonly phase: 'reading'; readonly progress: ReadingProgress }
  | { readonly phase: 'writing'; readonly progress: WritingProgress }
  | { readonly phase: 'failed'; readonly error: Error }
  | { readonly phase: 'done'; readonly file: ExportedFile; readonly address: string };

/**
 * Runs one export at a time, in all tabs together, for each asks the API for a whole list; and saves its file. Leaving the
 * screen cancels it.
 */
export function useExport<Row>() {
  const [state, setState] = useState<ExportState>({ phase: 'choosing', note: null });
  const running = useRef<AbortController>(null);
  const address = state.phase === 'done' ? state.address : null;

  useEffect(() => () => running.current?.abort(), []);
  // The file stays at its address as long as it can be saved again.
  useEffect(() => () => (address === null ? undefined : URL.revokeObjectURL(address)), [address]);

  const start = (order: ExportOrder<Row>) =>
    ifFree(
      'export',
      () => run(order),
      async () => setState({ phase: 'choosing', note: 'elsewhere' }),
    );

  const run = async (order: ExportOrder<Row>) => {
    const controller = new AbortController();
    running.current = controller;
    setState({ phase: 'reading', progress: { read: 0, total: order.source.total } });
    try {
      const file = await makeFile(order, {
        signal: controller.signal,
        onProgress: (progress) => setState({ phase: 'reading', progress }),
        onWriting: (progress) => setState({ phase: 'writing', progress }),
      });
      const made = URL.createObjectURL(file.blob);
      save(made, file.name);
      setState({ phase: 'done', file, address: made });
    } catch (error) {
      if (controller.signal.aborted) return;
      setState({ phase: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    }
  };

  const cancel = () => {
    running.current?.abort();
    setState({ phase: 'choosing', note: 'cancelled' });
  };

  return { state, start, cancel };
}

function save(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
