import type { OperationIds, OperationName } from '~/contract/operations';

/** Thrown by `fetch` in place of an answer: the host of the mock then drops the connection. */
export class ConnectionCut extends Error {
  override name = 'ConnectionCut';

  constructor() {
    super('The connection was cut');
  }
}

export interface FaultAnswer {
  readonly status: number;
  /**
   * The body of the answer: text goes out to the letter, as HTML when it looks like it. Any other value goes out as
   * JSON, undefined as no body.
   */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A failure. The parts can be combined; "before" and "after" refer to the API's acting on the request. */
export interface Fault {
  /** Waits until the test releases it. */
  readonly hold?: 'before' | 'after';
  readonly cut?: 'before' | 'after';
  /** Answered instead of acting. */
  readonly answer?: FaultAnswer;
  /** Answered after acting: the request worked, and the answer does not say so. */
  readonly answerAfter?: FaultAnswer;
  /** Bends the body of the good answer. */
  readonly reshape?: (body: unknown) => unknown;
}

export interface FaultTarget extends OperationIds {
  readonly operation: OperationName;
  /** Parts of the query that the request must have. */
  readonly query?: Readonly<Record<string, string>>;
  /** How many requests it befalls; one unless told. */
  readonly times?: number;
}

export interface FaultHandle {
  /** Resolves when a request has met the fault. */
  readonly met: Promise<void>;
  /** Lets held requests go on. */
  release(): void;
}

interface Planned {
  readonly target: FaultTarget;
  readonly fault: Fault;
  readonly released: Promise<void>;
  readonly meet: () => void;
  left: number;
}

/** A fault that a request has met. */
export interface MetFault extends Fault {
  readonly released: Promise<void>;
}

/** The faults that a test has scripted, each for the next fitting requests. */
export class Faults {
  #planned: Planned[] = [];

  /** Plans a fault for the next `times` requests of an operation, of one cart or line if ids are given. */
  next(target: FaultTarget, fault: Fault): FaultHandle {
    const release = gate();
    const met = gate();
    this.#planned.push({
      target,
      fault,
      released: release.passed,
      meet: met.open,
      left: target.times ?? 1,
    });
    return { met: met.passed, release: release.open };
  }

  /** Forgets every fault that no request has met yet. */
  clear(): void {
    this.#planned = [];
  }

  /** The fault that this request meets, if any; it counts as met. */
  take(
    operation: OperationName,
    ids: OperationIds,
    query: Readonly<Record<string, string>> = {},
  ): MetFault | null {
    const planned = this.#planned.find(({ target }) => isAimedAt(target, operation, ids, query));
    if (!planned) return null;
    planned.left -= 1;
    if (planned.left <= 0) this.#planned = this.#planned.filter((other) => other !== planned);
    planned.meet();
    return { ...planned.fault, released: planned.released };
  }
}

function isAimedAt(
  target: FaultTarget,
  operation: OperationName,
  ids: OperationIds,
  query: Readonly<Record<string, string>>,
): boolean {
  return (
    target.operation === operation &&
    (target.cartId === undefined || target.cartId === ids.cartId) &&
    (target.lineId === undefined || target.lineId === ids.lineId) &&
    Object.entries(target.query ?? {}).every(([name, value]) => query[name] === value)
  );
}

function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}
