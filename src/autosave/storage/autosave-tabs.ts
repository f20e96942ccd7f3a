/*
 * Messages between the tabs of one browser. They carry identifiers only, never text.
 */

export type AutosaveTabMessage =
  /** The first record of an editor was stored, or its record was removed. */
  | { readonly kind: 'kept'; readonly object: string; readonly editor: string }
  /** Another tab saved the object, or ordered its cart: read it again. */
  | { readonly kind: 'saved'; readonly object: string }
  /** A person's data was wiped. */
  | { readonly kind: 'wiped' };

const listeners = new Set<(message: AutosaveTabMessage) => void>();
let channel: BroadcastChannel | null = null;

/** Notifies the other tabs and, unless an object was saved, this one. */
export function notifyAutosaveTabs(message: AutosaveTabMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin only
  channel?.postMessage(message);
  if (message.kind !== 'saved') for (const listener of listeners) listener(message);
}

/** Listens to all tabs until the returned function is called. */
export function listenToAutosaveTabs(listener: (message: AutosaveTabMessage) => void): () => void {
  if (channel === null && 'BroadcastChannel' in globalThis) {
    channel = new BroadcastChannel('orderdesk');
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isMessage(data)) for (const listen of listeners) listen(data);
    });
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isMessage(data: unknown): data is AutosaveTabMessage {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false;
  if (data.kind === 'wiped') return true;
  const isOfObject = 'object' in data && typeof data.object === 'string';
  return (data.kind === 'kept' || data.kind === 'saved') && isOfObject;
}
