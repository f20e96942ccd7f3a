import { currentSession } from '~/api/session';
import { changeIn, readFrom } from './database';
import { listenToTabs } from './tabs';

/** Who types here, and the key that seals what they type: AES-GCM, not extractable. */
export interface DraftKey {
  readonly person: string;
  readonly key: CryptoKey;
}

const PROFILE = 'this-profile';
let known: Promise<DraftKey> | null = null;
let own: DraftKey | null = null;

/**
 * The key of whoever types here: a person's own, which comes with signing in and is the same on every computer, or the
 * profile's where nobody signs in. Once it is known it stays for this document: a session that ends takes no text away.
 */
export async function draftKey(): Promise<DraftKey> {
  if (own) return own;
  const { facts } = await currentSession();
  if (facts['signIn'] === undefined) return profileKey();
  const { importKey } = await import('./person-key');
  own = await importKey(facts['draftKey']);
  return own;
}

/**
 * Where nobody signs in: a key of the browser's profile, made once and kept beside what it seals. It keeps the text from
 * whoever reads the disk without the browser; whoever uses the profile is the same person.
 */
function profileKey(): Promise<DraftKey> {
  known ??= findOrMakeKey().catch((error: unknown) => {
    known = null;
    throw error;
  });
  return known;
}

// Somebody has wiped this computer's data, the key with it.
listenToTabs(({ kind }) => {
  if (kind === 'wiped') known = null;
});

async function findOrMakeKey(): Promise<DraftKey> {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Two tabs may make one at the same time: the first one counts, for both.
  await changeIn('keys', (store) => {
    const present = store.getKey(PROFILE);
    present.addEventListener('success', () => {
      if (present.result === undefined) store.put(made, PROFILE);
    });
  });
  const key: unknown = await readFrom('keys', (store) => store.get(PROFILE));
  if (!(key instanceof CryptoKey)) throw new Error('The key of this profile cannot be read');
  return { person: PROFILE, key };
}
