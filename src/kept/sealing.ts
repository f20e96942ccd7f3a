/** In bytes: what AES-GCM wants to be new for each text. */
const IV = 12;

/** Seals a text, so that only the same key opens it, and only as what it was sealed for (`label`). */
export async function seal(key: CryptoKey, label: string, text: string): Promise<ArrayBuffer> {
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const box = await crypto.subtle.encrypt(algorithm(iv, label), key, bytes(text));
  const sealed = new Uint8Array(IV + box.byteLength);
  sealed.set(iv);
  sealed.set(new Uint8Array(box), IV);
  return sealed.buffer;
}

/** The sealed text; null when it was sealed by another key, for something else, or is damaged. */
export async function unseal(key: CryptoKey, label: string, sealed: ArrayBuffer): Promise<string | null> {
  try {
    const iv = new Uint8Array(sealed.slice(0, IV));
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm(iv, label), key, sealed.slice(IV)));
  } catch {
    return null;
  }
}

function algorithm(iv: Uint8Array<ArrayBuffer>, label: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: bytes(label) };
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
