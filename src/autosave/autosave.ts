import { Listeners } from '~/browser-storage/observable';
import { forgetOldEdits } from '~/autosave/storage/record-age';
import {
  autosaveRecords,
  type AutosaveRecord,
  type AutosaveTarget,
  type UnsavedInput,
} from './autosave-records';
import { knownTime } from '~/api/session/server-time';
import { CoalescingWriter } from '~/autosave/storage/coalescing-writer';
import { holdEditorLock, lockedEditors, untilLockReleased } from './editor-locks';
import { listenToAutosaveTabs, notifyAutosaveTabs } from '~/autosave/storage/autosave-tabs';
import { within } from '~/browser-storage/within';
import { reportInput } from './page-input-status';

export interface AutosaveState {
  /** Unsaved text of ended editors of this object, newest first. */
  readonly leftBehind: readonly AutosaveRecord[];
  /** Since when another tab has unsaved text of this object; null when none has. */
  readonly elsewhereSince: number | null;
  /** Why the text is not stored on this computer; null when it is. Storage that hangs counts as blocked. */
  readonly failure: 'full' | 'blocked' | null;
}

/** Stores the text of one editor as it is typed, and watches other records of the same object. */
export class Autosave {
  readonly editor = crypto.randomUUID();
  readonly #object: AutosaveTarget;
  readonly #cartId: string;
  readonly #writes = new CoalescingWriter<UnsavedInput | null>((text) => this.#write(text));
  readonly #listeners = new Listeners();
  #state: AutosaveState = { leftBehind: [], elsewhereSince: null, failure: null };
  /** Whether there is, or may be, a record of this editor. */
  #hasRecord = false;
  #writeCount = 0;
  /** The text of the form, and the text that the disk has; null when nothing is unsaved. */
  #newest: UnsavedInput | null = null;
  #stored: UnsavedInput | null = null;
  #reading = new AbortController();

  constructor(object: AutosaveTarget, cartId = '') {
    this.#object = object;
    this.#cartId = cartId;
  }

  /** Begins, and returns what ends it. */
  open(): () => void {
    const releaseLock = 'locks' in navigator ? holdEditorLock(this.editor) : () => undefined;
    const stopListening = listenToAutosaveTabs((message) => {
      if (message.kind === 'wiped') {
        this.#stored = null;
        reportInput(this.editor, this.#newest === null ? 'none' : 'unstored');
        this.#refresh();
      }
      if (message.kind === 'kept' && message.object === this.#object && message.editor !== this.editor)
        this.#refresh();
    });
    const flush = () => this.#writes.flush();
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') flush();
      else this.#refresh();
    };
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', onVisibility);
    forgetOldEdits().catch(() => undefined);
    this.#refresh();
    void this.#tryDisk();
    return () => {
      flush();
      this.#reading.abort();
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onVisibility);
      stopListening();
      // The next editor reads the record when the lock is free: by then it holds the last text.
      void this.#writes.idle().then(releaseLock);
      reportInput(this.editor, 'none');
    };
  }

  /** Takes the present text; null when nothing is unsaved. */
  update(text: UnsavedInput | null): void {
    this.#newest = text;
    reportInput(this.editor, text === null ? 'none' : 'unstored');
    if (text !== null || this.#hasRecord) this.#writes.push(text);
  }

  /** Removes text of an ended editor that the form has taken over, unless its record is the last copy on the disk. */
  async removeTaken(edit: AutosaveRecord): Promise<void> {
    await this.#writes.idle();
    if (this.#newest === null || this.#newest === this.#stored) await this.remove(edit);
  }

  /** Removes text of an ended editor. */
  async remove(edit: AutosaveRecord): Promise<void> {
    await within(autosaveRecords.remove(edit.object, edit.editor)).catch(() => undefined);
    this.#update({ leftBehind: this.#state.leftBehind.filter(({ editor }) => editor !== edit.editor) });
    notifyAutosaveTabs({ kind: 'kept', object: this.#object, editor: this.editor });
  }

  readonly state = (): AutosaveState => this.#state;

  readonly subscribe = this.#listeners.subscribe;

  async #write(text: UnsavedInput | null): Promise<void> {
    const isNews = this.#hasRecord !== (text !== null);
    this.#hasRecord = true;
    this.#writeCount += 1;
    const mine = this.#writeCount;
    try {
      if (text === null) await within(autosaveRecords.remove(this.#object, this.editor));
      else {
        const edit = {
          ...text,
          object: this.#object,
          editor: this.editor,
          cartId: this.#cartId,
          at: knownTime(),
        };
        await within(autosaveRecords.keep(edit, () => mine === this.#writeCount));
      }
      if (mine === this.#writeCount) this.#hasRecord = text !== null;
      if (mine === this.#writeCount) this.#stored = text;
      if (text !== null && text === this.#newest) reportInput(this.editor, 'stored');
      // A full disk takes deletions.
      if (text !== null && this.#state.failure !== null) this.#update({ failure: null });
      if (isNews) {
        notifyAutosaveTabs({ kind: 'kept', object: this.#object, editor: this.editor });
        if (text !== null) void requestPersistence();
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Tries whether the disk takes text, to say it before some is typed. */
  async #tryDisk(): Promise<void> {
    try {
      await within(autosaveRecords.tryDisk());
    } catch (error) {
      // Typed text tells more than the trial.
      if (this.#writeCount === 0) this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#update({ failure: isFull(error) ? 'full' : 'blocked' });
  }

  /** Reads the other records of this object, now and when one of its editors ends. */
  #refresh(): void {
    this.#reading.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#read(reading.signal).catch((error: unknown) => this.#fail(error));
  }

  async #read(signal: AbortSignal): Promise<void> {
    const edits = await within(autosaveRecords.ofObject(this.#object));
    const locked = await lockedEditors();
    if (signal.aborted) return;
    const others = edits.filter(({ editor }) => editor !== this.editor);
    const elsewhere = others.filter(({ editor }) => locked.has(editor));
    this.#update({
      leftBehind: others.filter(({ editor }) => !locked.has(editor)),
      elsewhereSince: elsewhere[0]?.at ?? null,
    });
    for (const { editor } of elsewhere) {
      void untilLockReleased(editor, signal).then(
        () => this.#refresh(),
        () => undefined,
      );
    }
  }

  #update(changes: Partial<AutosaveState>): void {
    this.#state = { ...this.#state, ...changes };
    this.#listeners.notify();
  }
}

let hasRequested = false;

/** Asks the browser not to evict the storage; autosave works without its consent. */
async function requestPersistence(): Promise<void> {
  if (hasRequested) return;
  hasRequested = true;
  await navigator.storage.persist().catch(() => false);
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
