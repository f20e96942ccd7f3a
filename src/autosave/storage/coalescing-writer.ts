/**
 * Writes values one after the other: while one is on its way, only the newest of those that come meanwhile is remembered,
 * and written next.
 */
export class CoalescingWriter<T> {
  readonly #write: (value: T) => Promise<void>;
  #waiting: { readonly value: T } | null = null;
  #running: Promise<void> | null = null;
  #flushed: Promise<void> | null = null;

  /** `write` must not reject. */
  constructor(write: (value: T) => Promise<void>) {
    this.#write = write;
  }

  push(value: T): void {
    this.#waiting = { value };
    this.#running ??= this.#run();
  }

  /** For when the page may end: what waits is written now, without waiting for its turn. */
  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.#flushed = this.#write(waiting.value);
  }

  /** Resolves when nothing is on its way any more. */
  async idle(): Promise<void> {
    await Promise.all([this.#running, this.#flushed]);
  }

  async #run(): Promise<void> {
    for (let next = this.#waiting; next; next = this.#waiting) {
      this.#waiting = null;
      await this.#write(next.value);
    }
    this.#running = null;
  }
}
