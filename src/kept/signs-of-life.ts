/*
 * Each editor holds a lock of its own as long as its page lives; the browser lets go of it when the tab closes, crashes or
 * is killed. So another tab can tell text that is being typed from text that was left behind.
 */

const PREFIX = 'orderdesk.editor:';

/** Lives until the returned function is called or the page ends. */
export function giveSignOfLife(editor: string): () => void {
  const end = new AbortController();
  void navigator.locks.request(
    PREFIX + editor,
    () => new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve())),
  );
  return () => end.abort();
}

/** The editors that live, in any tab. */
export async function livingEditors(): Promise<ReadonlySet<string>> {
  const { held = [], pending = [] } = await navigator.locks.query();
  const names = [...held, ...pending].map(({ name }) => name ?? '');
  return new Set(names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)));
}

/** Resolves when an editor lives no more; rejects when `signal` says that nobody wants to know. */
export async function untilGone(editor: string, signal: AbortSignal): Promise<void> {
  await navigator.locks.request(PREFIX + editor, { signal }, () => undefined);
}
