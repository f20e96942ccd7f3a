/** What the tabs of one browser tell each other about signing in. */
type Told = 'signed-in' | 'signed-out';

/** One for the whole document: what a channel sends it does not hear itself. */
const channel = new BroadcastChannel('orderdesk-sign-in');

/** Tells the other tabs. */
export function tellTabs(told: Told): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin only
  channel.postMessage(told);
}

/** Listens to the other tabs; gives how to stop. */
export function listenToTabs(hear: (told: Told) => void): () => void {
  const listen = ({ data }: MessageEvent<unknown>): void => {
    if (data === 'signed-in' || data === 'signed-out') hear(data);
  };
  channel.addEventListener('message', listen);
  return () => channel.removeEventListener('message', listen);
}
