import type { WireObject } from '~/contract/scalars';
import type { Batch, PauseReason } from '~/domain/batches/batch';
import { openRows } from '~/domain/batches/batch-totals';
import type { FieldPath } from '~/domain/fields/field-paths';
import type { Side } from '~/domain/lines/order-line-changes';
import { startBatch, startChanges, type BatchPlan, type ChangesPlan } from '~/domain/batches/start-batch';
import { readBatch, storedHead, storedRow } from '~/domain/batches/stored-batch';
import { signInGate } from '~/api/session/sign-in-gate';
import { currentPerson } from '~/api/session/signed-in-person';
import { knownTime, serverTime } from '~/api/session/server-time';
import { pause } from '~/api/transport/pause';
import { randomId } from '~/api/transport/random-id';
import { openBatches, subscribeToOpenBatches } from '~/api/records/open-batches';
import { announceBatch } from './announce-batch';
import { asOwner, isOwned, untilFree } from './batch-locks';
import {
  BatchPaused,
  BatchRun,
  START_PROGRESS,
  type BatchDelta,
  type OnCreated,
  type RunProgress,
} from './batch-run';
import { decideConflict, decideRow, goOnWith, stopBatch, undoBatch } from './batch-commands';

/** Where batches are stored, as plain JSON. Every function rejects where storage refuses. */
interface BatchJournal {
  readonly write: (
    id: string,
    content: {
      readonly at: number;
      readonly head?: WireObject;
      readonly rows: readonly (readonly [index: number, row: WireObject])[];
    },
  ) => Promise<void>;
  readonly read: (
    id: string,
  ) => Promise<{ readonly head: unknown; readonly rows: readonly unknown[] } | null>;
  readonly ids: () => Promise<readonly string[]>;
}

/** A batch as this page knows it. */
export interface BatchView {
  readonly batch: Batch;
  /** The tab that runs it. */
  readonly runs: 'here' | 'elsewhere' | null;
  readonly progress: RunProgress;
}

interface BatchesParts {
  readonly journal: BatchJournal;
  readonly onCreated: OnCreated;
  /** Called when a run ends: what was read of its cart is stale. */
  readonly onEnd: (batch: Batch) => void;
}

/** Milliseconds between two readings of a batch that another tab runs. */
const FOLLOW_EVERY = 1000;
/** Milliseconds between two notices: a row changes several times, and each notice draws hundreds of rows. */
const NOTIFY_EVERY = 200;
const CHANNEL = 'orderdesk-batches';

/** The batches of the present person, and their runs in this page. */
export class Batches {
  readonly #parts: BatchesParts;
  readonly #listeners = new Set<() => void>();
  readonly #runs = new Map<string, BatchRun>();
  /** Ends when a run has ended and its lock is free. */
  readonly #ends = new Map<string, Promise<void>>();
  readonly #following = new Set<string>();
  #views: readonly BatchView[] | null = null;
  #loading: Promise<void> | null = null;
  #channel: BroadcastChannel | null = null;
  #nextNotice: ReturnType<typeof setTimeout> | null = null;
  #notifiedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: BatchesParts) {
    this.#parts = parts;
  }

  /** The newest first; null until they are read. The same object until something changes. */
  readonly all = (): readonly BatchView[] | null => this.#views;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    void this.ready();
    return () => void this.#listeners.delete(listener);
  };

  /** Resolves when the batches are read, or storage has refused. */
  ready(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** Stores a batch and runs it. Gives its id. Rejects, before anything is sent, where storage refuses. */
  async begin(plan: BatchPlan): Promise<string> {
    return this.#begin((now) => startBatch(plan, randomId, now));
  }

  /** The same for changes of lines that are there. */
  async beginChanges(plan: ChangesPlan): Promise<string> {
    return this.#begin((now) => startChanges(plan, randomId, now));
  }

  async #begin(start: (now: number) => Batch): Promise<string> {
    await this.ready();
    const batch = start(await serverTime().catch(knownTime));
    await this.#store(batch, { head: true, rows: [...batch.rows.keys()] });
    this.#show(batch, 'here', START_PROGRESS);
    void this.goOn(batch.id);
    return batch.id;
  }

  /** Goes on where the batch was left. A batch that is done sends its refused rows again. */
  goOn(id: string): Promise<void> {
    return this.#run(id, goOnWith);
  }

  /** Pauses the run of this page after the request under way. Resolves when it has ended. */
  async pause(id: string, why: PauseReason = 'person'): Promise<void> {
    this.#runs.get(id)?.pause(why);
    await this.#ends.get(id);
  }

  /** Ends the batch where it is: rows that wait are skipped. A row in doubt is proved first. */
  async stop(id: string): Promise<void> {
    await this.pause(id);
    await this.#run(id, stopBatch);
  }

  /** Removes what the batch created. */
  async undo(id: string): Promise<void> {
    await this.pause(id);
    await this.#run(id, undoBatch);
  }

  /** A person's word on a row whose candidates are equal: the line that it is, or null for none of them. */
  decide(id: string, index: number, lineId: string | null): Promise<void> {
    return this.#run(id, (run) => decideRow(run, index, lineId));
  }

  /** A person's word on the fields of a row that a colleague changed too. */
  decideConflict(id: string, index: number, decided: ReadonlyMap<FieldPath, Side>): Promise<void> {
    return this.#run(id, (run) => decideConflict(run, index, decided));
  }

  /** Reads all batches again, after they were wiped. Runs of this page end. */
  async forget(): Promise<void> {
    await Promise.all([...this.#runs.keys()].map((id) => this.pause(id, 'storage')));
    this.#views = [];
    this.#notify();
  }

  #run(id: string, work: (run: BatchRun) => Promise<void>): Promise<void> {
    const running = this.#ends.get(id);
    if (running) return running;
    const end = this.#runAsOwner(id, work).finally(() => this.#ends.delete(id));
    this.#ends.set(id, end);
    return end;
  }

  async #runAsOwner(id: string, work: (run: BatchRun) => Promise<void>): Promise<void> {
    const isOwner = await asOwner(id, async () => {
      const batch = await this.#read(id);
      if (!batch || batch.rows.length !== batch.rowCount) return;
      const run = new BatchRun({
        batch,
        store: (next, delta) => this.#store(next, delta),
        show: (next, progress) => this.#show(next, 'here', progress),
        onCreated: this.#parts.onCreated,
      });
      this.#runs.set(id, run);
      await this.#work(run, work);
    });
    if (!isOwner) void this.#follow(id);
  }

  async #work(run: BatchRun, work: (run: BatchRun) => Promise<void>): Promise<void> {
    const { id } = run.batch;
    let why: PauseReason | null = null;
    this.#show(run.batch, 'here', START_PROGRESS);
    try {
      await work(run);
    } catch (error) {
      const isPause = error instanceof BatchPaused || run.pausedBy !== null;
      why = error instanceof BatchPaused ? error.why : (run.pausedBy ?? 'interrupted');
      if (!isPause) reportError(error);
    }
    run.close();
    const batch = { ...run.batch, pause: why };
    await this.#store(batch, { head: true, rows: [] }).catch(() => undefined);
    this.#runs.delete(id);
    this.#show(batch, null, START_PROGRESS);
    this.#parts.onEnd(batch);
    void announceBatch(batch);
  }

  async #store(batch: Batch, { head, rows }: BatchDelta): Promise<void> {
    await this.#parts.journal.write(batch.id, {
      at: batch.startedAt,
      ...(head ? { head: storedHead(batch) } : {}),
      rows: rows.flatMap((index) => {
        const row = batch.rows[index];
        return row ? [[index, storedRow(row)] as const] : [];
      }),
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin only
    this.#channel?.postMessage(batch.id);
  }

  async #read(id: string): Promise<Batch | null> {
    const stored = await this.#parts.journal.read(id).catch(() => null);
    return stored && readBatch(stored.head, stored.rows);
  }

  async #load(): Promise<void> {
    this.#connect();
    await untilSignedIn();
    const ids = await this.#parts.journal.ids().catch(() => []);
    const batches: Batch[] = [];
    for (const id of ids) {
      const batch = await this.#read(id);
      if (batch) batches.push(batch);
    }
    this.#views = batches.map((batch) => ({ batch, runs: null, progress: START_PROGRESS }));
    this.#notify();
    for (const { id } of batches) if (await isOwned(id)) void this.#follow(id);
  }

  #connect(): void {
    if (this.#channel || !('BroadcastChannel' in globalThis)) return;
    this.#channel = new BroadcastChannel(CHANNEL);
    subscribeToOpenBatches((cartId) => this.#correct(cartId));
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string' && !this.#runs.has(data)) void this.#follow(data);
    });
  }

  /** The gateway's word on a batch of this browser may be old: its last announcement did not arrive. */
  #correct(cartId: string): void {
    for (const { id, left } of openBatches(cartId)) {
      const view = this.#views?.find(({ batch }) => batch.id === id);
      if (view?.runs === null && openRows(view.batch) === 0 && left > 0) void announceBatch(view.batch);
    }
  }

  /** Shows a batch that another tab runs, until it ends. */
  async #follow(id: string): Promise<void> {
    if (this.#following.has(id)) return;
    this.#following.add(id);
    try {
      let free: Promise<void> | null = null;
      while (!this.#runs.has(id) && (await isOwned(id))) {
        free ??= untilFree(id);
        await this.#refresh(id, 'elsewhere');
        await Promise.race([free, pause(FOLLOW_EVERY)]);
      }
      if (!this.#runs.has(id)) await this.#refresh(id, null);
    } finally {
      this.#following.delete(id);
    }
  }

  async #refresh(id: string, runs: BatchView['runs']): Promise<void> {
    const batch = await this.#read(id);
    if (batch && !this.#runs.has(id)) this.#show(batch, runs, START_PROGRESS);
  }

  #show(batch: Batch, runs: BatchView['runs'], progress: RunProgress): void {
    const view = { batch, runs, progress };
    const others = this.#views ?? [];
    const isKnown = others.some((other) => other.batch.id === batch.id);
    this.#views = isKnown
      ? others.map((other) => (other.batch.id === batch.id ? view : other))
      : [view, ...others];
    this.#notify();
  }

  #notify(): void {
    if (this.#nextNotice !== null) return;
    const left = this.#notifiedAt + NOTIFY_EVERY - performance.now();
    if (left <= 0) this.#notifyNow();
    else this.#nextNotice = setTimeout(() => this.#notifyNow(), left);
  }

  #notifyNow(): void {
    this.#nextNotice = null;
    this.#notifiedAt = performance.now();
    for (const listener of this.#listeners) listener();
  }
}

/** Batches belong to a person: without a session the page asks for a sign-in. No reading of the API would ask. */
async function untilSignedIn(): Promise<void> {
  const person = await currentPerson().catch(() => null);
  if (person === null || person.signIn === 'none' || person.name !== null) return;
  signInGate.begin();
  await signInGate.ended();
}
