/* What changes outside React, in the form that `useSyncExternalStore` takes. */

/** Callbacks for each change. */
export class Listeners {
  readonly #all = new Set<() => void>();

  /** Gives the function that ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  };

  readonly notify = (): void => {
    for (const listener of this.#all) listener();
  };
}

/** A value, and callbacks for each change of it. */
export class Observable<T> extends Listeners {
  #value: T;

  constructor(value: T) {
    super();
    this.#value = value;
  }

  readonly get = (): T => this.#value;

  readonly set = (value: T): void => {
    this.#value = value;
    this.notify();
  };
}
