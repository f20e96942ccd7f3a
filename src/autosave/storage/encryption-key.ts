import { currentSession } from '~/api/session/gateway-session';
import { textDatabase } from '~/browser-storage/text-database';
import type { EncryptionKey } from './user-key';
import { listenToAutosaveTabs } from './autosave-tabs';

const PROFILE = 'this-profile';
let known: Promise<EncryptionKey> | null = null;
let own: EncryptionKey | null = null;

/**
 * The key of the present person: their own, which comes with signing in and is the same on every computer, or the
 * profile's without sign-in. Once known it stays for this document, so that the end of a session loses no text.
 */
export async function encryptionKey(): Promise<EncryptionKey> {
  const present = own ?? known;
  if (present) return present;
  const { facts } = await currentSession();
  if (facts['signIn'] === undefined) return profileKey();
  const { importKey } = await import('./user-key');
  own = await importKey(facts['encryptionKey']);
  return own;
}

/** The present person of the records, without a key that storage may refuse. Rejects while signed out. */
export async function presentPerson(): Promise<string> {
  const { facts } = await currentSession();
  return facts['signIn'] === undefined ? PROFILE : (await encryptionKey()).person;
}

/** Whether a person is the browser's profile, because this installation has no sign-in. */
export function isProfile(person: string): boolean {
  return person === PROFILE;
}

/**
 * Without sign-in: a key of the browser's profile, made once and stored beside the text. It guards the text against
 * a reader of the disk. All users of the profile count as one person.
 */
function profileKey(): Promise<EncryptionKey> {
  known ??= findOrMakeKey().catch((error: unknown) => {
    known = null;
    throw error;
  });
  return known;
}

// A wipe removes the profile's key too.
listenToAutosaveTabs(({ kind }) => {
  if (kind === 'wiped') known = null;
});

async function findOrMakeKey(): Promise<EncryptionKey> {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Two tabs may make one at the same time: the first one counts, for both.
  const transaction = (await textDatabase()).transaction('keys', 'readwrite', { durability: 'strict' });
  const findOrStore = async () => {
    const present = await transaction.store.get(PROFILE);
    if (present === undefined) await transaction.store.put(made, PROFILE);
    return present ?? made;
  };
  const [key] = await Promise.all([findOrStore(), transaction.done]);
  if (!(key instanceof CryptoKey)) throw new Error('The key of this profile cannot be read');
  return { person: PROFILE, key };
}
