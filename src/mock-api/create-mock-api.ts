import { Hono } from 'hono';
import { operationNames, operations, type OperationName } from '~/contract/operations';
import type { ApiWorld, Handler } from './api-call';
import * as carts from './carts';
import { createClock, type Clock } from './clock';
import { Confirmations } from './confirmations';
import { fillWithDemoData } from './demo-carts';
import { EXAMPLES_DIALECT, speakRefusal, type Dialect } from './dialects';
import { exchange } from './exchange';
import { Faults } from './faults';
import { putGiven, type GivenCart, type GivenIds } from './given';
import { Ledger } from './ledger';
import * as orderLines from './order-lines';
import type { Outcome } from './outcomes';
import { notFound } from './refusal';
import { readBody } from './request-body';
import { SortedLines } from './sorted-lines';
import { Store } from './store';
import type { Moment } from './wire-times';

export interface MockApiOptions {
  /** How many lines of demo data; none unless told. */
  readonly lines?: number;
  /** Where the clock stands, until it is pushed or resumed; without it the clock runs from the present. */
  readonly now?: Date | Moment;
  /** What this server does otherwise than the document's examples. */
  readonly dialect?: Partial<Dialect>;
}

export interface MockApi {
  /**
   * Answers a request, whatever its host. Rejects with ConnectionCut when a fault cuts the connection: then the host
   * drops it.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Puts a cart with its lines there, past every rule. */
  readonly given: (cart: GivenCart) => GivenIds;
  /** Decides what becomes of a line, by its id or its external_id, before or after its confirmation. */
  readonly outcome: (lineKey: string, outcome: Outcome) => void;
  readonly store: Store;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly ledger: Ledger;
}

/** One handler per operation of the contract's table; the compiler sees that none is missing. */
const handlers: Readonly<Record<OperationName, Handler>> = { ...carts, ...orderLines };

/** The Order Taking API as one fetch handler over an in-memory store of its own. */
export function createMockApi(options: MockApiOptions = {}): MockApi {
  const clock = createClock(options.now === undefined ? undefined : Number(options.now));
  const store = new Store();
  const confirmations = new Confirmations(store);
  const faults = new Faults();
  const ledger = new Ledger();
  const dialect = { ...EXAMPLES_DIALECT, ...options.dialect };
  const world: ApiWorld = { store, clock, confirmations, sortedLines: new SortedLines(store) };
  if (options.lines) fillWithDemoData(store, options.lines, clock.now());

  const app = new Hono();
  for (const name of operationNames) {
    const { method, path } = operations[name];
    app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) =>
      exchange(
        { world, faults, ledger, dialect },
        { name, handler: handlers[name], request: context.req.raw, ids: context.req.param() },
      ),
    );
  }
  app.notFound(async (context) => {
    const { method, path } = context.req;
    const entry = ledger.record({
      at: clock.now(),
      method,
      path,
      operation: null,
      ids: {},
      query: context.req.query(),
      body: readBody(await context.req.text()),
    });
    entry.status = 404;
    return speakRefusal(dialect, notFound());
  });
  // A cut connection has no answer, and a mistake of the mock must not pass for one of the API's.
  app.onError((error) => {
    throw error;
  });

  return {
    fetch: async (request) => app.fetch(request),
    given: (cart) => putGiven(store, clock.now(), cart),
    outcome: (lineKey, outcome) => confirmations.tell(lineKey, outcome, clock.now()),
    store,
    clock,
    faults,
    ledger,
  };
}
