import { randomBytes } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/*
 * Keeps a second process out of a data folder. The lock is a socket file that its process listens on. It answers
 * exactly as long as the process lives, in any container of the machine. The lock of a dead process gives no answer.
 */

const LOCK_FILE = 'lock';

export interface FolderLock {
  readonly release: () => Promise<void>;
}

/** Locks a folder; throws in plain words when another process has it. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const own = `lock.${randomBytes(6).toString('hex')}`;
  // A socket's path is limited to about 100 characters, a folder's is not.
  const handle = await open(folder, 'r');
  const base = process.platform === 'linux' ? `/proc/self/fd/${handle.fd}` : folder;
  const server = await listenOn(join(base, own)).catch(async (error: NodeJS.ErrnoException) => {
    await handle.close();
    throw new Error(
      `The data folder ${folder} cannot be locked (${error.code}): it must be on a local disk and writable.`,
    );
  });
  const [path, lock] = [join(folder, own), join(folder, LOCK_FILE)];
  const release = async (): Promise<void> => {
    await rm(lock, { force: true });
    await new Promise<void>((done) => server.close(() => done()));
    await handle.close();
  };
  try {
    while (!(await placed(path, lock))) {
      const stale = `${own}.stale`;
      if (await answers(join(base, LOCK_FILE))) throw new Error(inUse(folder));
      await rename(lock, join(folder, stale)).catch(ignoreMissing);
      // Another process that starts may have placed its lock in between: then that one has the folder.
      if (await answers(join(base, stale))) {
        await placed(join(folder, stale), lock);
        throw new Error(inUse(folder));
      }
      await rm(join(folder, stale), { force: true });
    }
  } catch (error) {
    await rm(path, { force: true });
    server.close();
    await handle.close();
    throw error;
  }
  await rm(path, { force: true });
  return { release };
}

function inUse(folder: string): string {
  return `STATE_DIR ${folder} is in use by another process of Orderdesk: stop it first, or use STATE_URL with Redis to run several.`;
}

/** A socket that accepts and hangs up; it does not keep the process alive. */
function listenOn(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(path, () => resolve(server));
    server.unref();
  });
}

/** Gives a file its second name; false when that name is taken. */
async function placed(path: string, name: string): Promise<boolean> {
  try {
    await link(path, name);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
