import { createInterface } from 'node:readline';

/** The address that a server of ours, started as a process, prints when it listens. */
export async function announcedAddress({ stdout }) {
  for await (const line of createInterface({ input: stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('The server said no address');
}
