import { readBytes } from './read-bytes';
import { toMessages } from './sheet-messages';

/* Reads one file away from the page. It has no network: its policy is that of a file of ours. */

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => void read(data));

async function read(bytes: Uint8Array): Promise<void> {
  for (const message of toMessages(await readOrRefuse(bytes))) postMessage(message);
}

/** What no reader expects is a damaged file. */
async function readOrRefuse(bytes: Uint8Array): ReturnType<typeof readBytes> {
  try {
    return await readBytes(bytes);
  } catch {
    return { unreadable: 'damaged' };
  }
}
