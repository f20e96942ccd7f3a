import { useEffect, useLayoutEffect, useState } from 'react';
import type { LineValues, OrderLine } from '~/contract/order-line';
import type { FieldPath } from '~/domain/fields/field-paths';
import {
  createdEditor,
  forgetCreatedEditor,
  keepCreatedEditor,
} from '~/features/order-lines/edit-state/created-editors';
import { fieldFocus, goTo } from '~/features/order-lines/edit-state/field-focus';
import { LineEditor, type LineSurroundings } from '~/features/order-lines/edit-state/line-editor';
import type { LineWriter } from '~/features/order-lines/edit-state/save-status';
import { today } from '~/features/order-lines/labels/today';
import { useRejections } from '~/features/order-lines/rejections/use-rejections';

export interface EditedLine {
  /** The line as the API has it, by the newest reading; null for a new one. */
  readonly saved: OrderLine | null;
  /** What a new line starts with. */
  readonly initial: LineValues;
  readonly write: LineWriter;
  /** Opens the page of a line that was created here. */
  readonly onCreated?: (line: OrderLine) => Promise<void>;
  readonly onConfirmed?: LineSurroundings['onConfirmed'];
  /** Whether its cart is being confirmed: the text stays, and cannot be changed until that has ended. */
  readonly isLocked: boolean;
  /** The field that the URL names. */
  readonly focusKey?: FieldPath;
}

/** The editor of a form, for as long as the form is there. A line that was just created keeps the editor that created it. */
export function useEditorOf({
  saved,
  initial,
  write,
  onCreated,
  onConfirmed,
  isLocked,
  focusKey,
}: EditedLine): LineEditor {
  const [editor] = useState(() => createdEditor(saved) ?? new LineEditor({ saved, initial, today }));
  const rejections = useRejections(saved);
  // Before the paint, so that no frame shows an old lock or reading.
  useLayoutEffect(() => {
    const open = async (line: OrderLine): Promise<void> => {
      keepCreatedEditor(line, editor);
      await onCreated?.(line);
    };
    editor.update({ saved, isLocked, rejections, write, onCreated: open, onConfirmed });
  });
  useLayoutEffect(() => {
    forgetCreatedEditor(saved);
    const cursor = editor.takeCursor();
    if (cursor) goTo(cursor.key, cursor.selection);
    return () => editor.keepCursor(fieldFocus());
    // oxlint-disable-next-line react/exhaustive-deps -- once for each form
  }, [editor]);
  useEffect(() => {
    if (focusKey) goTo(focusKey);
  }, [focusKey]);
  return editor;
}
