/** What the tabs of one browser tell each other about signing in. */
type Told = 'signed-in' | 'signed-out';

const CHANNEL = 'orderdesk-sign-in';

/** Tells the other tabs. */
export function tellTabs(told: Told): void {
  const channel = new BroadcastChannel(CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin only
  channel.postMessage(told);
  channel.close();
}

/** Listens to the other tabs; gives how to stop. */
export function listenToTabs(hear: (told: Told) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'signed-in' || data === 'signed-out') hear(data);
  });
  return () => channel.close();
}
