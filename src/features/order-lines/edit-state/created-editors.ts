import type { OrderLine } from '~/contract/order-line';
import type { LineEditor } from './line-editor';

/** Editors whose new line was created, by its id: the page of the saved line goes on with the same editor. */
const created = new Map<string, LineEditor>();

export function keepCreatedEditor(line: OrderLine, editor: LineEditor): void {
  created.set(line.id, editor);
}

/** The editor that created a line in this page's life, for the first page that shows the line. */
export function createdEditor(line: OrderLine | null): LineEditor | undefined {
  return line ? created.get(line.id) : undefined;
}

export function forgetCreatedEditor(line: OrderLine | null): void {
  if (line) created.delete(line.id);
}
