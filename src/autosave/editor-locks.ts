/*
 * Each editor holds a lock of its own as long as its page lives; the browser lets go of it when the tab closes, crashes or
 * is killed. So another tab can distinguish text in an open editor from orphaned text.
 */

const PREFIX = 'orderdesk.editor:';

/** Holds the lock until the returned function is called or the page ends. */
export function holdEditorLock(editor: string): () => void {
  const end = new AbortController();
  void navigator.locks.request(
    PREFIX + editor,
    () => new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve())),
  );
  return () => end.abort();
}

/** The open editors of all tabs. */
export async function lockedEditors(): Promise<ReadonlySet<string>> {
  const { held = [], pending = [] } = await navigator.locks.query();
  const names = [...held, ...pending].map(({ name }) => name ?? '');
  return new Set(names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)));
}

/** Resolves when an editor has ended; rejects when `signal` aborts. */
export async function untilLockReleased(editor: string, signal: AbortSignal): Promise<void> {
  await navigator.locks.request(PREFIX + editor, { signal }, () => undefined);
}
