import { isApiError, type ApiError } from '~/api/transport/api-error';
import { proxySignIn } from '~/api/transport/gateway-mark';
import { pause } from '~/api/transport/pause';
import { currentSession } from '~/api/session/gateway-session';
import { signInGate } from '~/api/session/sign-in-gate';
import { withRow, type Batch, type BatchRow, type PauseReason } from '~/domain/batches/batch';
import { nextState, type MadeLine, type RowEvent } from '~/domain/batches/row-state';
import { detectSleep } from './detect-sleep';

/** Ends a run: the batch is paused for a reason. */
export class BatchPaused extends Error {
  override readonly name = 'BatchPaused';
  readonly why: PauseReason;

  constructor(why: PauseReason, options?: ErrorOptions) {
    super(why, options);
    this.why = why;
  }
}

/** What a run does at the moment, for the screen. Times in milliseconds. */
export interface RunProgress {
  /** The limit that the next request waits for, and until when. */
  readonly wait: { readonly limit: 'own-limit' | 'busy'; readonly until: number } | null;
  /** Since when the outcome of a row is being proved. */
  readonly checkingSince: number | null;
  /** How long one row takes; null before the first one. */
  readonly rowMs: number | null;
  /** Whether another batch of this browser works on the same cart first. */
  readonly isQueued: boolean;
}

export const START_PROGRESS: RunProgress = { wait: null, checkingSince: null, rowMs: null, isQueued: false };

/** Which parts of a batch have changed. */
export interface BatchDelta {
  readonly head: boolean;
  readonly rows: readonly number[];
}

/** Called for each created line before its row counts as created. */
export type OnCreated = (lineId: string, row: BatchRow) => void;

interface RunParts {
  readonly batch: Batch;
  /** Writes the changed parts to the disk. Rejects when storage refuses. */
  readonly store: (batch: Batch, delta: BatchDelta) => Promise<void>;
  readonly show: (batch: Batch, progress: RunProgress) => void;
  readonly onCreated: OnCreated;
}

/** Of the gateway's limit of writes; the rest is left to the person's own work. */
const SHARE = 0.9;
/** Where a limit does not say how long, in seconds. */
const USUAL_WAIT = 2;

/** The run of one batch in this page. It holds the batch, stores each change before it counts, and keeps the pace. */
export class BatchRun {
  readonly #parts: RunParts;
  readonly #end = new AbortController();
  readonly #sleep = detectSleep();
  readonly #stopListening: () => void;
  #batch: Batch;
  #progress = START_PROGRESS;
  #why: PauseReason | null = null;
  #nextWriteAt = 0;

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.#batch = parts.batch;
    const stopGate = signInGate.subscribe(() => signInGate.isNeeded() && this.pause('sign-in'));
    const stopProxy = proxySignIn.subscribe(() => proxySignIn.isNeeded() && this.pause('sign-in'));
    this.#stopListening = () => {
      stopGate();
      stopProxy();
    };
  }

  get batch(): Batch {
    return this.#batch;
  }

  /** Aborts when the run is to pause. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** Why it is to pause; null as long as it goes on. */
  get pausedBy(): PauseReason | null {
    return this.#why;
  }

  /** Pauses after the request under way. */
  pause(why: PauseReason): void {
    this.#why ??= why;
    this.#end.abort();
  }

  /** Ends the run's own watches. */
  close(): void {
    this.#sleep.end();
    this.#stopListening();
  }

  /** Throws BatchPaused where the next request must wait for a person. */
  check(): void {
    if (this.#sleep.hasSlept()) this.pause('sleep');
    if (!navigator.onLine) this.pause('network');
    if (this.#why !== null) throw new BatchPaused(this.#why);
  }

  /** Changes the head of the batch, and rows where they change with it. */
  async save(batch: Batch, rows: readonly number[] = []): Promise<void> {
    await this.#store(batch, { head: true, rows });
  }

  /** Leads a row on. Resolves when that is on the disk. */
  async apply(index: number, event: RowEvent): Promise<void> {
    const row = this.#batch.rows[index];
    if (!row) throw new Error(`The batch has no row ${index}`);
    await this.#store(withRow(this.#batch, index, nextState(row.state, event)), {
      head: false,
      rows: [index],
    });
  }

  /** Leads a row to the line that was created for it: by an answer, or as a reading found it. */
  async created(index: number, type: 'answered' | 'found', line: MadeLine): Promise<void> {
    const row = this.#batch.rows[index];
    if (row) this.#parts.onCreated(line.lineId, row);
    await this.apply(index, { type, ...line });
  }

  report(changes: Partial<RunProgress>): void {
    this.#progress = { ...this.#progress, ...changes };
    this.#parts.show(this.#batch, this.#progress);
  }

  /** Notes how long a row has taken. A row weighs a tenth, so that one wait does not change the forecast much. */
  noteRow(milliseconds: number): void {
    const { rowMs } = this.#progress;
    this.report({ rowMs: rowMs === null ? milliseconds : rowMs * 0.9 + milliseconds * 0.1 });
  }

  /** Waits for the turn of the next write within the gateway's share. */
  async pace(): Promise<void> {
    this.check();
    const { facts } = await currentSession().catch(() => ({ facts: {} }));
    await pause(Math.max(0, this.#nextWriteAt - Date.now()), this.signal);
    this.check();
    const perSecond = 'writesPerSecond' in facts ? Number(facts['writesPerSecond']) : 0;
    this.#nextWriteAt = perSecond > 0 ? Date.now() + 1000 / (perSecond * SHARE) : 0;
  }

  /** Waits as long as a limit asks for. Gives false, at once, for any other error. */
  async waitForLimit(error: ApiError): Promise<boolean> {
    const limit = limitOf(error);
    if (limit === null) return false;
    const milliseconds = (error.retryAfterSeconds ?? USUAL_WAIT) * 1000;
    this.report({ wait: { limit, until: Date.now() + milliseconds } });
    await pause(milliseconds, this.signal);
    this.report({ wait: null });
    this.check();
    return true;
  }

  async #store(batch: Batch, delta: BatchDelta): Promise<void> {
    try {
      await this.#parts.store(batch, delta);
    } catch (error) {
      throw new BatchPaused('storage', { cause: error });
    }
    this.#batch = batch;
    this.#parts.show(batch, this.#progress);
  }
}

/** The limit that refuses a request for now; null for any other failure. */
function limitOf({ kind, effect }: ApiError): 'own-limit' | 'busy' | null {
  if (effect !== 'none') return null;
  if (kind === 'own-limit') return kind;
  return kind === 'busy' || kind === 'state-unavailable' ? 'busy' : null;
}

/** How often a reading that fails is repeated, and after how long, in milliseconds. */
const READ_PAUSES = [1000, 3000];

/**
 * A reading within a run. It waits for limits, and repeats a fault. Throws BatchPaused where a person must go on, and the
 * ApiError of an object that is not there.
 */
export async function readInRun<T>(run: BatchRun, read: (signal: AbortSignal) => Promise<T>): Promise<T> {
  for (let failures = 0; ;) {
    run.check();
    try {
      return await read(run.signal);
    } catch (error) {
      run.check();
      if (!isApiError(error)) throw error;
      if (error.kind === 'busy' || error.kind === 'own-limit') {
        if (!(await run.waitForLimit(error))) await pause(USUAL_WAIT * 1000, run.signal);
        continue;
      }
      if (error.kind === 'not-found') throw error;
      const delay = READ_PAUSES[failures];
      const why = pauseReasonOf(error);
      if (why !== 'network' || delay === undefined) throw new BatchPaused(why, { cause: error });
      failures += 1;
      await pause(delay, run.signal);
    }
  }
}

/** Why a request that failed for no fault of its row pauses the batch. */
export function pauseReasonOf({ kind }: ApiError): PauseReason {
  switch (kind) {
    case 'unauthorized':
    case 'proxy-sign-in':
      return 'sign-in';
    case 'confirming':
    case 'write-in-doubt':
      return 'locked';
    case 'not-found':
      return 'gone';
    case 'outdated':
      return 'outdated';
    case 'forbidden':
      return 'refused';
    default:
      return 'network';
  }
}
