import type { StateStore } from '~/gateway/state/state-store';
import type { ProfileStorage } from './profile-memory';

const KEY = 'server-profile';
/** A profile that nothing has used for so long is learned anew. */
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Two instances that save at the same moment try again. */
const MOST_TRIES = 5;

/** Stores the profile in the gateway's durable state, for all instances. */
export function profileStorage(state: StateStore): ProfileStorage {
  const load = async () => (await state.get(KEY))?.value ?? null;
  return {
    load,
    isShared: state.isShared,
    update: async (change) => {
      for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
        const before = await load();
        const text = change(before);
        if (text === before) return text;
        const isSaved =
          before === null
            ? (await state.claim(KEY, text, { ttlMs: YEAR_MS })).kind === 'claimed'
            : await state.replace(KEY, before, text, YEAR_MS);
        if (isSaved) return text;
      }
      throw new Error('Other instances saved the profile each time');
    },
  };
}
