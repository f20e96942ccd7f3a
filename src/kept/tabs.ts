/*
 * What the tabs of one browser tell each other. It carries identifiers only, never text.
 */

export type TabNews =
  /** Text of this object was kept for the first time, or is kept no more. */
  | { readonly kind: 'kept'; readonly object: string; readonly editor: string }
  /** The object was saved, or ordered with its cart, by another tab: it is to be read again. */
  | { readonly kind: 'saved'; readonly object: string }
  /** A person has wiped all that this browser kept. */
  | { readonly kind: 'wiped' };

const listeners = new Set<(news: TabNews) => void>();
let channel: BroadcastChannel | null = null;

/** Tells the other tabs; what is kept, also whoever listens in this one. */
export function tellTabs(news: TabNews): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin only
  channel?.postMessage(news);
  if (news.kind !== 'saved') for (const listener of listeners) listener(news);
}

/** Listens to all tabs until the returned function is called. */
export function listenToTabs(listener: (news: TabNews) => void): () => void {
  if (channel === null && 'BroadcastChannel' in globalThis) {
    channel = new BroadcastChannel('orderdesk');
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isNews(data)) for (const listen of listeners) listen(data);
    });
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isNews(data: unknown): data is TabNews {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false;
  if (data.kind === 'wiped') return true;
  const isOfObject = 'object' in data && typeof data.object === 'string';
  return (data.kind === 'kept' || data.kind === 'saved') && isOfObject;
}
