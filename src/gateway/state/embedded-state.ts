import { mkdir } from 'node:fs/promises';
import { lockFolder } from './folder-lock';
import { Journal, readJournal } from './journal';
import { drawEpoch, storeOver } from './memory-state';
import { NEW_EPOCH_KEY, StateUnavailableError, type StateStore } from './state-store';
import { StateTable, type Change, type StoredEntry } from './state-table';

interface Options {
  /** Made when it is missing. */
  readonly folder: string;
  /** How long NEW_EPOCH_KEY stands in an empty folder, in ms. */
  readonly newEpochMs: number;
  /** The clock of the machine; only a start looks at it. */
  readonly wallClock?: () => number;
  /** A clock that never goes back, in ms. */
  readonly monotonic?: () => number;
}

interface Batch {
  readonly changes: { readonly change: Change; readonly before: StoredEntry | null }[];
  readonly written: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

function newBatch(): Batch {
  let resolve = (): void => undefined;
  let reject: (error: Error) => void = resolve;
  const written = new Promise<void>((onWritten, onFailure) => {
    [resolve, reject] = [onWritten, onFailure];
  });
  return { changes: [], written, resolve, reject };
}

/**
 * The store of one instance: a table in memory and its file in a folder. Rejects with a message for the operator when
 * another process has the folder, or when its file is damaged.
 * The clock starts at the machine's, or at the last written time where that is later. Then it follows a monotonic
 * clock. Entries keep their time left of the last write: neither downtime nor a step of the machine's clock shortens
 * it.
 */
export async function openEmbeddedState({
  folder,
  newEpochMs,
  wallClock = Date.now,
  monotonic = () => performance.now(),
}: Options): Promise<StateStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The data folder ${folder} cannot be made (${error.code}).`);
  });
  const lock = await lockFolder(folder);
  try {
    const content = await readJournal(folder);
    const start = Math.max(wallClock(), content?.time ?? 0);
    const startedAt = monotonic();
    const now = (): number => start + monotonic() - startedAt;
    const epoch = content?.epoch ?? drawEpoch();

    let open = newBatch();
    const table = new StateTable(now, (change, before) => open.changes.push({ change, before }));
    for (const [key, entry] of content?.entries ?? []) {
      table.restore(key, { ...entry, until: entry.until + start - (content?.time ?? start) });
    }
    if (!content && newEpochMs > 0) table.claim(NEW_EPOCH_KEY, '', { ttlMs: newEpochMs });
    const journal = new Journal(folder, () => ({ epoch, time: now(), changes: [...table.live()] }));
    await journal.rewrite();
    open = newBatch();

    // One batch is written at a time; changes meanwhile share the next one and its fsync.
    let writing: Promise<void> | null = null;
    const writeBatches = async (): Promise<void> => {
      await Promise.resolve();
      while (open.changes.length > 0) {
        const batch = open;
        open = newBatch();
        try {
          await journal.append(
            now(),
            batch.changes.map(({ change }) => change),
          );
          batch.resolve();
        } catch (cause) {
          // Later changes rest on changes that are not on disk: all of them are taken back.
          const late = open;
          open = newBatch();
          const undone = [...batch.changes, ...late.changes].toReversed();
          for (const { change, before } of undone) table.restore(change[0], before);
          const error = new StateUnavailableError('The data folder cannot be written.', { cause });
          batch.reject(error);
          if (late.changes.length > 0) late.reject(error);
        }
      }
      writing = null;
    };
    const commit = (): Promise<void> => {
      writing ??= writeBatches();
      return open.written;
    };
    const close = async (): Promise<void> => {
      await writing;
      await journal.close();
      await lock.release();
    };
    return storeOver(table, epoch, now, commit, close);
  } catch (error) {
    await lock.release();
    throw error;
  }
}
