import type { DraftKey } from './draft-key';

/** The key that came with signing in, in base64url; not extractable. The person is known by a mark of it, never by name. Throws when nobody is signed in. */
export async function importKey(given: unknown): Promise<DraftKey> {
  if (typeof given !== 'string') throw new Error('Nobody is signed in');
  const text = atob(given.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  const mark = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { person: Array.from(mark.slice(0, 12), (byte) => byte.toString(16)).join('-'), key };
}
