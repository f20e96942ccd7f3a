import { Listeners } from '~/browser-storage/observable';
import { useSyncExternalStore } from 'react';

/** The unsaved text of this page's editors: none, on the disk to the last key, or in the page alone. */
export type PageInput = 'none' | 'stored' | 'unstored';

const byEditor = new Map<string, PageInput>();
const listeners = new Listeners();

/** An editor reports its text. */
export function reportInput(editor: string, input: PageInput): void {
  if (input === 'none') byEditor.delete(editor);
  else byEditor.set(editor, input);
  listeners.notify();
}

/** What may be said of the text on this page: that it is kept, only while the disk has all of it. */
export function usePageInput(): PageInput {
  return useSyncExternalStore(listeners.subscribe, pageInput);
}

function pageInput(): PageInput {
  const inputs = [...byEditor.values()];
  if (inputs.length === 0) return 'none';
  return inputs.includes('unstored') ? 'unstored' : 'stored';
}
