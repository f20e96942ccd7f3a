/** The length of the initialization vector in bytes; AES-GCM needs a new one per text. */
const IV = 12;

/** Encrypts a text with AES-GCM; `label` is authenticated with it. */
export async function encrypt(key: CryptoKey, label: string, text: string): Promise<ArrayBuffer> {
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const box = await crypto.subtle.encrypt(algorithm(iv, label), key, bytes(text));
  const encrypted = new Uint8Array(IV + box.byteLength);
  encrypted.set(iv);
  encrypted.set(new Uint8Array(box), IV);
  return encrypted.buffer;
}

/** Decrypts a text; null with another key or label, or when it is damaged. */
export async function decrypt(key: CryptoKey, label: string, encrypted: ArrayBuffer): Promise<string | null> {
  try {
    const iv = new Uint8Array(encrypted.slice(0, IV));
    return new TextDecoder().decode(
      await crypto.subtle.decrypt(algorithm(iv, label), key, encrypted.slice(IV)),
    );
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
