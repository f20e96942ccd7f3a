import { useState } from 'react';
import { useAllMessages, useI18n } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { focusOn } from '~/ui/keyboard/focus-refs';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { ExportChoice } from './ExportChoice';
import { ExportedNotice } from './ExportedNotice';
import { ExportProgress } from './ExportProgress';
import { MOST_SHEET_ROWS, type ExportFormat, type ExportSource } from './export-file';
import type { ExportColumn } from './spreadsheet-cells';
import { useExport } from './use-export';

interface ExportDialogProps<Row> {
  /** What is exported, in words. */
  readonly title: string;
  /** The file's name, without day and ending. */
  readonly fileName: string;
  /** In the order of the file. */
  readonly columns: readonly ExportColumn<Row>[];
  readonly source: ExportSource<Row>;
  readonly onClose: () => void;
}

/** Asks for the kind of file, says how many rows there will be, shows how far it is, and what was saved. */
export function ExportDialog<Row>({ title, fileName, columns, source, onClose }: ExportDialogProps<Row>) {
  const { language } = useI18n();
  const { exports, common } = useAllMessages();
  const [format, setFormat] = useState<ExportFormat>((source.total ?? 0) > MOST_SHEET_ROWS ? 'csv' : 'xlsx');
  const { state, start, cancel } = useExport<Row>();
  const isRunning = state.phase === 'reading' || state.phase === 'writing';
  const run = () =>
    void start({
      source,
      columns,
      format,
      separator: language === 'fr' ? ';' : ',',
      name: fileName,
      unreadable: exports.unreadableRow,
    });

  return (
    <Dialog title={title} onClose={isRunning ? cancel : onClose}>
      {(state.phase === 'choosing' || state.phase === 'failed') && (
        <ExportChoice total={source.total} format={format} onFormat={setFormat} />
      )}
      {state.phase === 'reading' && (
        <ExportProgress done={state.progress.read} total={state.progress.total} of="reading" />
      )}
      {state.phase === 'writing' && (
        <ExportProgress done={state.progress.written} total={state.progress.total} of="writing" />
      )}
      {state.phase === 'failed' && (
        <FailureNotice error={state.error} of="read" title={exports.failed} onRetry={run} />
      )}
      <div role="status">
        {state.phase === 'choosing' && state.note !== null && <p>{exports[state.note]}</p>}
        {state.phase === 'done' && <ExportedNotice file={state.file} url={state.url} />}
      </div>
      <DialogActions>
        {/* The button that was pressed is gone: the focus goes to the one in its place. */}
        {isRunning ? (
          <Button key="cancel" ref={focusOn} onClick={cancel}>
            {common.cancel}
          </Button>
        ) : (
          <Button key="close" ref={state.phase === 'choosing' ? null : focusOn} onClick={onClose}>
            {common.close}
          </Button>
        )}
        {state.phase === 'choosing' && (
          <Button
            key="start"
            variant="filled"
            ref={state.note === 'cancelled' ? focusOn : null}
            onClick={run}
          >
            {exports.start}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
