/** The present person and their AES-GCM key, which is not extractable. */
export interface EncryptionKey {
  readonly person: string;
  readonly key: CryptoKey;
}

/** Imports the base64url key of the session. `person` is a hash of the key, never a name. Throws without a session. */
export async function importKey(given: unknown): Promise<EncryptionKey> {
  if (typeof given !== 'string') throw new Error('Nobody is signed in');
  const text = atob(given.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  const mark = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { person: Array.from(mark.slice(0, 12), (byte) => byte.toString(16)).join('-'), key };
}
