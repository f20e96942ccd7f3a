import { fdatasync, statSync, writeSync } from 'node:fs';
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { isWireObject } from '~/contract/scalars';
import type { Change, StoredEntry } from './state-table';

/*
 * The file of the embedded store. It is only appended to: one line per batch of changes, with its checksum in front.
 * Each batch has one fsync. When the file has grown, it is written anew with the live entries alone.
 */

const syncData = promisify(fdatasync);

const FORMAT = 1;
const FILE = 'state.log';
const NEXT_FILE = 'state.log.next';
/** A file below this size is not worth writing anew. */
const COMPACT_FROM = 1024 * 1024;

export interface JournalContent {
  readonly epoch: string;
  /** The clock of the store at the last line. */
  readonly time: number;
  /** The newest change of each key. */
  readonly entries: ReadonlyMap<string, StoredEntry>;
}

/**
 * Reads the file of a folder; null when there is none. A torn last line is dropped: its batch was never acknowledged.
 * Throws when any other line is damaged, for then acknowledged state is lost.
 */
export async function readJournal(folder: string): Promise<JournalContent | null> {
  const text = await readFile(join(folder, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const lines = text.split('\n');
  const parsed = lines.map(readLine);
  // After the last newline stands nothing, or the start of a line.
  const whole = parsed.slice(0, parsed.at(-2) === null ? -2 : -1);
  const [head, ...batches] = whole;
  const epoch = head?.['epoch'];
  if (head?.['format'] !== FORMAT || typeof epoch !== 'string' || batches.includes(null)) {
    throw new Error(
      `${join(folder, FILE)} is damaged: restore it, or move it away to start with an empty one.`,
    );
  }
  const entries = new Map<string, StoredEntry>();
  for (const [key, entry] of batches.flatMap((batch) => changesOf(batch))) {
    if (entry) entries.set(key, entry);
    else entries.delete(key);
  }
  const time = whole.reduce((latest, line) => Math.max(latest, Number(line?.['time'])), 0);
  return { epoch, time, entries };
}

type Line = Readonly<Record<string, unknown>>;

function writeLine(line: Line): string {
  const text = JSON.stringify(line);
  return `${crc32(text).toString(16).padStart(8, '0')} ${text}\n`;
}

function readLine(line: string): Line | null {
  const text = line.slice(9);
  if (line.slice(0, 9) !== `${crc32(text).toString(16).padStart(8, '0')} `) return null;
  const value: unknown = JSON.parse(text);
  return isWireObject(value) ? value : null;
}

function changesOf(line: Line | null): Change[] {
  const changes: unknown = line?.['changes'];
  if (!Array.isArray(changes)) return [];
  return changes.map((change: unknown): Change => {
    const parts = Array.isArray(change) ? change.map((part: unknown) => part) : [];
    const [key, value, until, quota] = parts;
    const entry =
      typeof value === 'string' && typeof until === 'number'
        ? { value, until, quota: typeof quota === 'string' ? quota : null }
        : null;
    return [String(key), entry];
  });
}

const inLine = ([key, entry]: Change) =>
  entry ? [key, entry.value, entry.until, ...(entry.quota === null ? [] : [entry.quota])] : [key];

/** The content of the rewritten file. */
export interface Snapshot {
  readonly epoch: string;
  readonly time: number;
  readonly changes: readonly Change[];
}

/** Appends batches to the file of a folder. One call at a time. */
export class Journal {
  readonly #folder: string;
  readonly #snapshot: () => Snapshot;
  #file: FileHandle | null = null;
  #inode = 0;
  #size = 0;
  #compactAt = COMPACT_FROM;
  #isAlone = true;

  /** `snapshot` gives the whole state, for writing the file anew. */
  constructor(folder: string, snapshot: () => Snapshot) {
    this.#folder = folder;
    this.#snapshot = snapshot;
  }

  /** Makes a batch durable. After a failure the next call writes the whole file anew. */
  async append(time: number, changes: readonly Change[]): Promise<void> {
    if (!this.#file || this.#size > this.#compactAt) {
      await this.rewrite();
      return;
    }
    try {
      this.#checkAlone();
      const line = Buffer.from(writeLine({ time, changes: changes.map(inLine) }));
      // It reaches the memory of the system only, so it does not block.
      const written = writeSync(this.#file.fd, line);
      if (written < line.byteLength) throw new Error('The disk is full.');
      await syncData(this.#file.fd);
      this.#size += line.byteLength;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Writes the live entries into a new file, which takes the place of the old one at once. */
  async rewrite(): Promise<void> {
    this.#checkAlone();
    await this.close();
    const { epoch, time, changes } = this.#snapshot();
    const text =
      writeLine({ format: FORMAT, epoch, time }) + writeLine({ time, changes: changes.map(inLine) });
    const next = join(this.#folder, NEXT_FILE);
    await rm(next, { force: true });
    const file = await open(next, 'ax', 0o600);
    try {
      await file.appendFile(text);
      await file.datasync();
      await rename(next, join(this.#folder, FILE));
      await syncFolder(this.#folder);
    } catch (error) {
      await file.close();
      throw error;
    }
    const { ino, size } = await file.stat();
    this.#file = file;
    this.#inode = ino;
    this.#size = size;
    this.#compactAt = Math.max(COMPACT_FROM, size * 2);
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }

  /** The lock does not work on every network disk. So the file must also be as this process has left it. */
  #checkAlone(): void {
    if (this.#isAlone && this.#file) {
      const { ino, size } = statSync(join(this.#folder, FILE));
      this.#isAlone = ino === this.#inode && size === this.#size;
    }
    if (!this.#isAlone) throw new Error('Another process writes into the data folder.');
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
