import { useSyncExternalStore } from 'react';

/** The unsaved text of this page's editors: none, on the disk to the last key, or in the page alone. */
export type PageInput = 'none' | 'stored' | 'unstored';

const byEditor = new Map<string, PageInput>();
const listeners = new Set<() => void>();

/** An editor reports its text. */
export function reportInput(editor: string, input: PageInput): void {
  if (input === 'none') byEditor.delete(editor);
  else byEditor.set(editor, input);
  for (const listener of listeners) listener();
}

/** What may be said of the text on this page: that it is kept, only while the disk has all of it. */
export function usePageInput(): PageInput {
  return useSyncExternalStore(subscribe, pageInput);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function pageInput(): PageInput {
  const inputs = [...byEditor.values()];
  if (inputs.length === 0) return 'none';
  return inputs.includes('unstored') ? 'unstored' : 'stored';
}
