import { forgetOld } from './database';
import { keptEdits, type KeptEdit, type KeptObject, type KeptText } from './kept-edits';
import { NewestNext } from './newest-next';
import { giveSignOfLife, livingEditors, untilGone } from './signs-of-life';
import { listenToTabs, tellTabs } from './tabs';

export interface Keeping {
  /** Text of this object that nobody is typing any more, newest first. */
  readonly leftBehind: readonly KeptEdit[];
  /** Since when another tab has unsaved text of this object; null when none has. */
  readonly elsewhereSince: number | null;
  /** Why what is typed is not kept on this computer; null when it is. */
  readonly trouble: 'full' | 'blocked' | null;
}

/** Keeps the text of one editor as it is typed, and watches what else is kept of the same object. */
export class Keeper {
  readonly editor = crypto.randomUUID();
  readonly #object: KeptObject;
  readonly #cartId: string;
  readonly #writes = new NewestNext<KeptText | null>((text) => this.#write(text));
  readonly #listeners = new Set<() => void>();
  #keeping: Keeping = { leftBehind: [], elsewhereSince: null, trouble: null };
  /** Whether there is, or may be, a record of this editor. */
  #hasRecord = false;
  #written = 0;
  #looking = new AbortController();

  constructor(object: KeptObject, cartId = '') {
    this.#object = object;
    this.#cartId = cartId;
  }

  /** Begins, and returns what ends it. */
  open(): () => void {
    const stopLiving = 'locks' in navigator ? giveSignOfLife(this.editor) : () => undefined;
    const stopListening = listenToTabs((news) => {
      if (news.kind === 'wiped') this.#look();
      if (news.kind === 'kept' && news.object === this.#object && news.editor !== this.editor) this.#look();
    });
    const flush = () => this.#writes.flush();
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') flush();
      else this.#look();
    };
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', onVisibility);
    forgetOld('edits').catch(() => undefined);
    this.#look();
    return () => {
      flush();
      this.#looking.abort();
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onVisibility);
      stopListening();
      stopLiving();
    };
  }

  /** To be told of everything that is typed; null when nothing is unsaved. */
  typed(text: KeptText | null): void {
    if (text !== null || this.#hasRecord) this.#writes.push(text);
  }

  /** Removes text that was left behind: it is in the form now, and kept with it, or not wanted any more. */
  async remove(edit: KeptEdit): Promise<void> {
    await this.#writes.idle();
    // What is in the form only, for the disk is full, must not be the last of it.
    if (this.#keeping.trouble !== null) return;
    await keptEdits.remove(edit.object, edit.editor).catch(() => undefined);
    this.#show({ leftBehind: this.#keeping.leftBehind.filter(({ editor }) => editor !== edit.editor) });
    tellTabs({ kind: 'kept', object: this.#object, editor: this.editor });
  }

  readonly keeping = (): Keeping => this.#keeping;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async #write(text: KeptText | null): Promise<void> {
    const isNews = this.#hasRecord !== (text !== null);
    this.#hasRecord = true;
    this.#written += 1;
    const mine = this.#written;
    try {
      if (text === null) await keptEdits.remove(this.#object, this.editor);
      else {
        const edit = {
          ...text,
          object: this.#object,
          editor: this.editor,
          cartId: this.#cartId,
          at: Date.now(),
        };
        await keptEdits.keep(edit, () => mine === this.#written);
      }
      if (mine === this.#written) this.#hasRecord = text !== null;
      if (this.#keeping.trouble !== null) this.#show({ trouble: null });
      if (isNews) {
        tellTabs({ kind: 'kept', object: this.#object, editor: this.editor });
        if (text !== null) void askToStay();
      }
    } catch (error) {
      this.#show({ trouble: isFull(error) ? 'full' : 'blocked' });
    }
  }

  /** Looks what else is kept of this object, now and whenever an editor of it ends. */
  #look(): void {
    this.#looking.abort();
    const looking = new AbortController();
    this.#looking = looking;
    this.#find(looking.signal).catch(() => this.#show({ trouble: 'blocked' }));
  }

  async #find(signal: AbortSignal): Promise<void> {
    const edits = await keptEdits.ofObject(this.#object);
    const living = await livingEditors();
    if (signal.aborted) return;
    const others = edits.filter(({ editor }) => editor !== this.editor);
    const elsewhere = others.filter(({ editor }) => living.has(editor));
    this.#show({
      leftBehind: others.filter(({ editor }) => !living.has(editor)),
      elsewhereSince: elsewhere[0]?.at ?? null,
    });
    for (const { editor } of elsewhere) {
      void untilGone(editor, signal).then(
        () => this.#look(),
        () => undefined,
      );
    }
  }

  #show(changes: Partial<Keeping>): void {
    this.#keeping = { ...this.#keeping, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

let hasAsked = false;

/** Asks the browser not to clear what is kept when it needs room; whatever it answers, keeping goes on. */
async function askToStay(): Promise<void> {
  if (hasAsked) return;
  hasAsked = true;
  await navigator.storage.persist().catch(() => false);
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
