import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '~/gateway/settings/settings';
import { openEmbeddedState } from '~/gateway/state/embedded-state';
import { createMemoryState } from '~/gateway/state/memory-state';
import { openRedisState } from '~/gateway/state/redis-state';
import type { StateStore } from '~/gateway/state/state-store';

/** Opens the store that the settings name. Rejects in plain words when it cannot be used. */
export async function openState({ state, writeSeconds, holdSeconds }: Settings): Promise<StateStore> {
  // An empty store has lost its locks: a confirmation that one of them held may still be running.
  const newEpochMs = (writeSeconds + holdSeconds) * 1000;
  if (state.kind === 'redis') return openRedisState({ ...state, newEpochMs });
  if (state.kind === 'folder') return openEmbeddedState({ folder: state.path, newEpochMs });
  const folder = await mkdtemp(join(tmpdir(), 'orderdesk-')).catch(() => null);
  // A container whose files are all read-only has none.
  if (folder === null) return createMemoryState();
  const store = await openEmbeddedState({ folder, newEpochMs: 0 });
  return {
    ...store,
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
