import type { UnreadableFile } from '~/domain/import/sheet';
import { readBytes } from './read-bytes';
import { toMessages } from './sheet-messages';

/* Reads one file away from the page. It has no network: its policy is that of a file of ours. */

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  void readBytes(data)
    .catch((): UnreadableFile => ({ unreadable: 'damaged' }))
    .then((file) => {
      for (const message of toMessages(file)) postMessage(message);
    });
});
