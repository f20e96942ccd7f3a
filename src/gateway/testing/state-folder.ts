import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedState } from '~/gateway/state/embedded-state';

const folders = new Set<string>();

process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A data folder for a test, as a gateway leaves it after a long run: its epoch is not new. It goes with the test's process. */
export async function aStateFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'orderdesk-state-'));
  folders.add(folder);
  const store = await openEmbeddedState({ folder, newEpochMs: 0 });
  await store.close();
  return folder;
}
