import { isIP } from 'node:net';

/**
 * The IP address of the client. Each trusted proxy appends the address that it saw to X-Forwarded-For. The client can
 * write any earlier entry, so those are ignored.
 */
export function clientAddress(peer: string, forwardedFor: string | null, trustedProxies: number): string {
  const seen = [...(forwardedFor ?? '').split(',').map((part) => part.trim()), peer];
  const address = trustedProxies === 0 ? peer : (seen.at(-1 - trustedProxies) ?? peer);
  return isIP(address) === 0 ? peer : address;
}

/** The part of an IP address that limits count by. One client can use any IPv6 address of its /64 network. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIP(address) !== 6) return mapped ?? address;
  const [head = '', tail] = address.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const last = groups(tail ?? '');
  const missing = tail === undefined ? 0 : 8 - groups(head).length - last.length;
  return [...groups(head), ...Array.from({ length: missing }, () => '0'), ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
