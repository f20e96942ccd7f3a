import { useEffect, useRef, useState } from 'react';
import type { ReadingProgress } from '~/api/read/all-rows';
import { ifLockIsFree } from '~/api/write/tab-lock';
import { makeFile, type ExportedFile, type ExportOrder, type WritingProgress } from './export-file';
import { saveFile } from './save-file';

/** Why nothing was exported: a person has cancelled, or another tab is exporting. */
type ExportNote = 'cancelled' | 'elsewhere';

/** Where an export stands. */
export type ExportState =
  | { readonly phase: 'choosing'; readonly note: ExportNote | null }
  | { readonly phase: 'reading'; readonly progress: ReadingProgress }
  | { readonly phase: 'writing'; readonly progress: WritingProgress }
  | { readonly phase: 'failed'; readonly error: Error }
  | { readonly phase: 'done'; readonly file: ExportedFile; readonly url: string };

/**
 * Runs one export at a time, in all tabs together, for each asks the API for a whole list; and saves its file. Leaving the
 * screen cancels it.
 */
export function useExport<Row>() {
  const [state, setState] = useState<ExportState>({ phase: 'choosing', note: null });
  const running = useRef<AbortController>(null);
  /** The URL of the file that can be saved again. */
  const url = useRef('');

  useEffect(
    () => () => {
      running.current?.abort();
      URL.revokeObjectURL(url.current);
    },
    [],
  );

  const start = (order: ExportOrder<Row>) =>
    ifLockIsFree(
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
      URL.revokeObjectURL(url.current);
      url.current = URL.createObjectURL(file.blob);
      saveFile(url.current, file.name);
      setState({ phase: 'done', file, url: url.current });
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
