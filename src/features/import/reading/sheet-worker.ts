import { readBytes } from './read-bytes';
import { toMessages } from './sheet-messages';

/* Reads one file away from the page. It has no network: its policy is that of a file of ours. */

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  for (const message of toMessages(readBytes(data))) postMessage(message);
});
