/**
 * Writes values one after the other: while one is on its way, only the newest of those that come meanwhile is remembered,
 * and written next.
 */
export class NewestNext<T> {
  readonly #write: (value: T) => Promise<void>;
  #waiting: { readonly value: T } | null = null;
  #running: Promise<void> | null = null;

  /** `write` tells of its failures itself: it never rejects. */
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
    if (waiting) void this.#write(waiting.value);
  }

  /** Resolves when nothing is on its way any more. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let next = this.#waiting; next; next = this.#waiting) {
      this.#waiting = null;
      await this.#write(next.value);
    }
    this.#running = null;
  }
}
