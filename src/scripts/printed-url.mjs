import { createInterface } from 'node:readline';

/** Reads the URL that a server process prints when it listens. Throws when the process ends without one. */
export async function printedUrl({ stdout }) {
  for await (const line of createInterface({ input: stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url) return url;
  }
  throw new Error('The server printed no URL');
}
