import { checkSignedIn } from '~/api/session/sign-in';

/** A message between the tabs of one browser. */
type SignInMessage = 'signed-in' | 'signed-out';

/** One channel per document: a channel does not receive its own messages. */
const channel = new BroadcastChannel('orderdesk-sign-in');

/** Informs the other tabs. */
export function postSignInMessage(message: SignInMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin only
  channel.postMessage(message);
}

/** Listens to the other tabs; gives the unsubscribe function. */
export function onSignInMessage(onMessage: (message: SignInMessage) => void): () => void {
  const listen = ({ data }: MessageEvent<unknown>): void => {
    if (data === 'signed-in' || data === 'signed-out') onMessage(data);
  };
  channel.addEventListener('message', listen);
  return () => channel.removeEventListener('message', listen);
}

/** Calls back once a sign-in in another tab or window counts here too; gives the unsubscribe function. */
export function onSignedInElsewhere(onSignedIn: () => void): () => void {
  const check = () => void checkSignedIn().then((isIn) => isIn && onSignedIn());
  const stop = onSignInMessage((message) => message === 'signed-in' && check());
  addEventListener('focus', check);
  return () => {
    stop();
    removeEventListener('focus', check);
  };
}
