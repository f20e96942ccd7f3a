import { Hono } from 'hono';
import { operationNames, operations, type OperationName } from '~/contract/operations';
import type { ApiWorld, Handler } from '~/mock-api/operations/api-call';
import { cartHandlers } from '~/mock-api/operations/carts';
import { createClock, type Clock } from '~/mock-api/store/clock';
import { Confirmations } from '~/mock-api/operations/confirmations';
import { fillWithDemoData } from '~/mock-api/demo/demo-carts';
import { EXAMPLES_DIALECT, type Dialect } from '~/mock-api/http/dialects';
import { encodeRefusal } from '~/mock-api/http/encode';
import { handle } from '~/mock-api/http/handle';
import { Faults } from '~/mock-api/http/faults';
import { putGiven, type GivenCart, type GivenIds } from '~/mock-api/store/given';
import { Ledger } from '~/mock-api/http/ledger';
import { orderLineHandlers } from '~/mock-api/operations/order-lines';
import type { Outcome } from '~/mock-api/operations/outcomes';
import { notFound } from '~/mock-api/wire/api-refusal';
import { readBody } from '~/mock-api/wire/request-body';
import { SortedLines } from '~/mock-api/store/sorted-lines';
import { Store } from '~/mock-api/store/store';
import type { Moment } from '~/mock-api/wire/wire-times';

export interface MockApiOptions {
  /** How many lines of demo data; none unless told. */
  readonly lines?: number;
  /** Where the clock stands, until it is pushed or resumed; without it the clock runs from the present. */
  readonly now?: Date | Moment;
  /** The ways in which this server departs from the document's examples. */
  readonly dialect?: Partial<Dialect>;
}

export interface MockApi {
  /**
   * Answers a request of any host. Rejects with ConnectionCut when a fault cuts the connection: then the host drops it.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Puts a cart with its lines there, past every rule. */
  readonly given: (cart: GivenCart) => GivenIds;
  /** Decides the outcome of a line, by its id or its external_id, before or after its confirmation. */
  readonly outcome: (lineKey: string, outcome: Outcome) => void;
  /** Lets the server change its mind: from now on it makes these choices. */
  readonly changeDialect: (choices: Partial<Dialect>) => void;
  readonly store: Store;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly ledger: Ledger;
}

/** One handler per operation of the contract's table; the compiler sees that none is missing. */
const handlers: Readonly<Record<OperationName, Handler>> = { ...cartHandlers, ...orderLineHandlers };

/** The Order Taking API as one fetch handler over an in-memory store of its own. */
export function createMockApi(options: MockApiOptions = {}): MockApi {
  const clock = createClock(options.now === undefined ? undefined : Number(options.now));
  const store = new Store();
  const confirmations = new Confirmations(store);
  const faults = new Faults();
  const ledger = new Ledger();
  let dialect: Dialect = { ...EXAMPLES_DIALECT, ...options.dialect };
  const world: ApiWorld = { store, clock, confirmations, sortedLines: new SortedLines(store) };
  if (options.lines) fillWithDemoData(store, options.lines, clock.now());

  const app = new Hono();
  for (const name of operationNames) {
    const { method, path } = operations[name];
    app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) =>
      handle(
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
    return encodeRefusal(dialect, notFound());
  });
  // A cut connection has no answer, and a mistake of the mock must not pass for one of the API's.
  app.onError((error) => {
    throw error;
  });

  return {
    fetch: async (request) => app.fetch(request),
    given: (cart) => putGiven(store, clock.now(), cart),
    changeDialect: (choices) => {
      dialect = { ...dialect, ...choices };
    },
    outcome: (lineKey, outcome) => confirmations.setOutcome(lineKey, outcome, clock.now()),
    store,
    clock,
    faults,
    ledger,
  };
}
