import { Listeners } from '~/browser-storage/observable';
import { CoalescingWriter } from './coalescing-writer';
import { decrypt, encrypt } from './encryption';
import { encryptionKey } from './encryption-key';
import { listenToAutosaveTabs } from './autosave-tabs';
import { readPreference, removePreference, storePreference } from '~/browser-storage/preferences';

/**
 * A text of the present person in this browser's storage, encrypted with their key, under a name of their own. Plain text
 * of a version before is carried over to the first person and removed.
 */
export class PersonalText {
  readonly #name: string;
  readonly #listeners = new Listeners();
  readonly #writes = new CoalescingWriter<string>((text) => this.#store(text));
  #text: string | null = null;
  #loading: Promise<void> | null = null;
  #isReady = false;
  #isLoaded = false;
  #isStored = true;

  constructor(name: string) {
    this.#name = name;
    addEventListener('storage', ({ key }) => {
      if (key?.startsWith(name) === true && this.#loading) void this.#load().catch(() => undefined);
    });
    listenToAutosaveTabs(({ kind }) => {
      if (kind === 'wiped') this.#show(null);
    });
  }

  /** Loads the text once. Rejects without a key (signed out, or storage is blocked); the next call tries again. */
  ready(): Promise<void> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null;
      this.#isReady = true;
      throw error;
    });
    return this.#loading;
  }

  /** Whether loading has ended. Writing before would replace a text that was never read. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Whether the last text that was written is stored. */
  get isStored(): boolean {
    return this.#isStored;
  }

  /** The text; null when there is none, or it is not loaded yet. */
  read(): string | null {
    return this.#text;
  }

  /** Shows a text at once and stores it; where storage is blocked it lasts as long as the page. */
  write(text: string): void {
    this.#text = text;
    this.#writes.push(text);
  }

  /** Calls when the text was loaded, another tab has changed it, or storage refuses it. */
  readonly subscribe = this.#listeners.subscribe;

  async #load(): Promise<void> {
    const { person, key } = await encryptionKey();
    const stored = readPreference(personalName(this.#name, person));
    const own = stored === null ? null : await decrypt(key, this.#name, fromBase64(stored));
    const plain = readPreference(this.#name);
    this.#isLoaded = true;
    this.#show(own ?? plain);
    if (plain === null) return;
    if (own === null) await this.#store(plain);
    removePreference(this.#name);
  }

  async #store(text: string): Promise<void> {
    // A stored text that could not be read must not be replaced.
    if (!this.#isLoaded) return;
    this.#isStored = await this.#encryptAndStore(text).catch(() => false);
    if (!this.#isStored) this.#listeners.notify();
  }

  async #encryptAndStore(text: string): Promise<boolean> {
    const { person, key } = await encryptionKey();
    return storePreference(personalName(this.#name, person), toBase64(await encrypt(key, this.#name, text)));
  }

  #show(text: string | null): void {
    this.#isReady = true;
    this.#text = text;
    this.#listeners.notify();
  }
}

/** The storage name of a person's text. */
function personalName(name: string, person: string): string {
  return `${name}:${person}`;
}

function toBase64(bytes: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): ArrayBuffer {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
  } catch {
    return new ArrayBuffer(0);
  }
}
