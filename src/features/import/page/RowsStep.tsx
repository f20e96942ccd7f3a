import { Button, Textarea } from '@mantine/core';
import { useState, type ClipboardEvent, type DragEvent } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Panel } from '~/ui/panel/Panel';
import { FileInput } from './FileInput';
import styles from './RowsStep.module.css';
import { TemplateMenu } from './TemplateMenu';
import { UnreadableNotice } from './UnreadableNotice';
import type { SourceState } from './use-import';

/** Letters that a text box shows without delay; a longer paste is read and not drawn. */
const MOST_DRAWN = 20_000;

interface RowsStepProps {
  readonly source: SourceState;
  readonly onFile: (file: File) => void;
  /** `name` is what the rows are called. */
  readonly onText: (name: string, text: string) => void;
  readonly onCancel: () => void;
}

/** Where rows come from: pasted, chosen, or dropped on this panel. */
export function RowsStep({ source, onFile, onText, onCancel }: RowsStepProps) {
  const { importing, common } = useAllMessages();
  const drop = useFileDrop(onFile);
  const readLargePaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (text.length <= MOST_DRAWN || event.currentTarget.value !== '') return;
    event.preventDefault();
    onText(importing.pasted, text);
  };
  return (
    <div {...drop.handlers} className={drop.isOver ? styles['over'] : undefined}>
      <Panel title={importing.rowsTitle}>
        <div className={styles['sources']}>
          <Textarea
            label={importing.paste}
            description={importing.pasteHint}
            rows={4}
            wrap="off"
            onPaste={readLargePaste}
            onChange={({ currentTarget }) => {
              if (currentTarget.value.trim() !== '') onText(importing.pasted, currentTarget.value);
            }}
          />
          <div className={styles['file']}>
            <FileInput label={importing.choose} onFile={onFile} />
            <p className={styles['hint']}>{drop.isOver ? importing.dropNow : importing.dropHint}</p>
            <TemplateMenu />
          </div>
        </div>
        {source.phase === 'reading' && (
          <div className={styles['reading']}>
            <p role="status">{importing.reading(source.name)}</p>
            <Button onClick={onCancel}>{common.cancel}</Button>
          </div>
        )}
        {source.phase === 'unreadable' && <UnreadableNotice name={source.name} problem={source.problem} />}
      </Panel>
    </div>
  );
}

/** A target for a dropped file. Files that are dropped elsewhere are refused by the page's frame. */
function useFileDrop(onFile: (file: File) => void) {
  const [isOver, setIsOver] = useState(false);
  const accept = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = 'copy';
    setIsOver(true);
  };
  return {
    isOver,
    handlers: {
      onDragEnter: accept,
      onDragOver: accept,
      onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setIsOver(false);
      },
      onDrop: (event: DragEvent) => {
        setIsOver(false);
        const [file] = event.dataTransfer.files;
        if (!file) return;
        event.preventDefault();
        event.stopPropagation();
        onFile(file);
      },
    },
  };
}
