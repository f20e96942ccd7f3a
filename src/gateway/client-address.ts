import { isIP } from 'node:net';

/**
 * The address of the person's machine. Each trusted proxy adds the address that it saw to the end of X-Forwarded-For;
 * what stands before those was written by whoever asked and is not believed.
 */
export function clientAddress(peer: string, forwardedFor: string | null, trustedProxies: number): string {
  const seen = [...(forwardedFor ?? '').split(',').map((part) => part.trim()), peer];
  const address = trustedProxies === 0 ? peer : (seen.at(-1 - trustedProxies) ?? peer);
  return isIP(address) === 0 ? peer : address;
}
