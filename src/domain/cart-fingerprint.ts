import { readableLines, type Cart } from '~/contract/cart';
import { lineLeaves } from './line-leaves';

/**
 * A short text that is equal for two readings of a cart when their lines are the same and hold the same values: SHA-256
 * over the sorted ids of the lines and what a person can write on them, as the contract reads it. Two spellings or types
 * of one value make no difference.
 */
export async function cartFingerprint(cart: Cart): Promise<string> {
  const lines = readableLines(cart)
    .map((line) => [line.id, ...lineLeaves(line)])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  const unreadable = cart.lines.flatMap((row) => (row.ok ? [] : [row.id]));
  const bytes = new TextEncoder().encode(JSON.stringify([lines, unreadable]));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
