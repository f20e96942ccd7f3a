import { describe, expect, it } from 'vitest';

/*
 * Every way in which clicks, copies, restarts and a slow API can interleave, explored to the end in a model of the
 * protocol. The API of the model places orders again on every confirmation and creates again on every creation. Nothing
 * in the page is trusted: a tab can always be clicked in again. What the model takes for granted: the pause and the hold
 * are longer than the API takes to carry out or drop a request, and a reading shows what was carried out before it.
 */

const RULES = {
  attempt: 'an attempt id is let through once',
  boot: 'an attempt id is taken by the process that it names alone',
  latch: 'a used ticket latches its cart',
  bound: 'a ticket means nothing to another process',
  pause: 'no ticket is given until requests of the process before are over',
  reading: 'a ticket is given for a cart that was just read as a draft',
  hold: 'a latch is lifted only when the request is over',
  quiet: 'a page whose attempt id is refused for its process sends nothing by itself',
} as const;

type Rule = keyof typeof RULES;

const TABS = 2;
const CLICKS = 3;
const RESENDS = 2;
const RESTARTS = 2;

/** A request of the page, which the browser may send again. */
interface Message {
  /** The click that it comes from. */
  readonly click: number;
  /** The number of its attempt id. */
  readonly attempt: number;
  /** The process whose name its attempt id bears. */
  readonly boot: number;
  /** The process that gave its ticket. */
  readonly ticket: number;
  readonly isDelivered: boolean;
}

interface Tab {
  readonly step: 'idle' | 'reading' | 'read-draft' | 'read-confirmed' | 'has-ticket';
  /** The process that gave its ticket; -1 without one. */
  readonly ticket: number;
}

interface State {
  readonly clicks: number;
  readonly resends: number;
  readonly restarts: number;
  readonly boot: number;
  readonly isPausing: boolean;
  readonly isLatched: boolean;
  /** The attempt ids that this process has spent. */
  readonly spent: readonly number[];
  readonly tabs: readonly Tab[];
  readonly messages: readonly Message[];
  /** At the API and not carried out yet: the click of each, and the process that sent it. */
  readonly underWay: readonly { readonly click: number; readonly boot: number }[];
  /** The click of each request that was carried out. */
  readonly done: readonly number[];
}

const IDLE: Tab = { step: 'idle', ticket: -1 };
const START: State = {
  clicks: 0,
  resends: 0,
  restarts: 0,
  boot: 0,
  isPausing: false,
  isLatched: false,
  spent: [],
  tabs: Array.from({ length: TABS }, () => IDLE),
  messages: [],
  underWay: [],
  done: [],
};

type Act = 'confirm' | 'create';

const byNumber = (a: number, b: number) => a - b;

/** Every state that can come next. */
function* nextStates(state: State, act: Act, has: (rule: Rule) => boolean): Generator<State> {
  const { boot, tabs, messages, underWay } = state;

  for (const [index, tab] of tabs.entries()) {
    const become = (changed: Tab): State => ({ ...state, tabs: tabs.with(index, changed) });
    const send = (ticket: number): State => ({
      ...become(IDLE),
      clicks: state.clicks + (act === 'create' ? 1 : 0),
      messages: [
        ...messages,
        { click: messages.length, attempt: messages.length, boot, ticket, isDelivered: false },
      ],
    });
    if (tab.step === 'idle' && state.clicks < CLICKS) {
      if (act === 'create') yield send(boot);
      else yield { ...become({ ...tab, step: 'reading' }), clicks: state.clicks + 1 };
    }
    // The pause comes before the reading: one that was made in it may be older than what is still under way.
    if (tab.step === 'reading' && !(has('pause') && state.isPausing)) {
      yield become({ ...tab, step: state.done.length > 0 ? 'read-confirmed' : 'read-draft' });
    }
    const mayHaveTicket =
      (tab.step === 'read-draft' || (tab.step === 'read-confirmed' && !has('reading'))) &&
      !(has('latch') && state.isLatched);
    if (mayHaveTicket) yield become({ step: 'has-ticket', ticket: boot });
    if (tab.step === 'has-ticket') yield send(tab.ticket);
    // Given up: a closed page, a refusal, a lost answer.
    if (tab.step !== 'idle') yield become(IDLE);
  }

  for (const [index, message] of messages.entries()) {
    if (message.isDelivered && state.resends < RESENDS) {
      yield {
        ...state,
        resends: state.resends + 1,
        messages: messages.with(index, { ...message, isDelivered: false }),
      };
    }
    if (message.isDelivered) continue;
    const seen = { ...state, messages: messages.with(index, { ...message, isDelivered: true }) };
    yield seen;
    const isRefused =
      (has('boot') && message.boot !== boot) ||
      (has('attempt') && state.spent.includes(message.attempt)) ||
      (act === 'confirm' && has('bound') && message.ticket !== boot) ||
      (act === 'confirm' && has('latch') && state.isLatched);
    if (message.boot !== boot && !has('quiet')) {
      const { click } = message;
      const again = { click, attempt: messages.length, boot, ticket: boot, isDelivered: false };
      yield { ...seen, messages: [...seen.messages, again] };
    }
    if (isRefused) continue;
    yield {
      ...seen,
      spent: [...new Set([...state.spent, message.attempt])].toSorted(byNumber),
      isLatched: act === 'confirm',
      underWay: [...underWay, { click: message.click, boot }],
    };
  }

  for (const [index, request] of underWay.entries()) {
    const over = { ...state, underWay: underWay.toSpliced(index, 1) };
    yield { ...over, done: [...state.done, request.click].toSorted(byNumber) };
    // Dropped without a word; or refused in words, which this process hears and which frees the cart.
    yield over;
    if (request.boot === boot) yield { ...over, isLatched: false };
  }

  if (state.isLatched && state.done.length === 0 && (underWay.length === 0 || !has('hold'))) {
    yield { ...state, isLatched: false };
  }
  if (state.isPausing && underWay.every((request) => request.boot === boot)) {
    yield { ...state, isPausing: false };
  }
  if (state.restarts < RESTARTS) {
    yield {
      ...state,
      restarts: state.restarts + 1,
      boot: boot + 1,
      isPausing: true,
      isLatched: false,
      spent: [],
      // Whoever was waiting for a reading or a ticket hears that it failed.
      tabs: tabs.map((tab) => (tab.step === 'has-ticket' ? tab : IDLE)),
    };
  }
}

interface Explored {
  readonly states: number;
  /** In how many something was carried out. */
  readonly done: number;
  /** The first in which it was carried out twice; the exploring ends there. */
  readonly double: State | null;
}

/** Every state that can be reached, under all rules or without one. */
function explore(act: Act, without?: Rule): Explored {
  const has = (rule: Rule) => rule !== without;
  const known = new Set<string>();
  const open = [START];
  let [states, done] = [0, 0];
  for (let state = open.pop(); state; state = open.pop()) {
    states += 1;
    if (state.done.length > 0) done += 1;
    if (isDouble(act, state)) return { states, done, double: state };
    for (const next of nextStates(state, act, has)) {
      // It makes no difference which of two tabs is which.
      const tabs = next.tabs.toSorted((a, b) => a.ticket - b.ticket || (a.step < b.step ? -1 : 1));
      const key = JSON.stringify({ ...next, tabs });
      if (known.has(key)) continue;
      known.add(key);
      open.push({ ...next, tabs });
    }
  }
  return { states, done, double: null };
}

/** A cart is placed once, whoever clicks; each click of a creation creates once. */
function isDouble(act: Act, { done }: State): boolean {
  return act === 'confirm' ? done.length > 1 : new Set(done).size < done.length;
}

const inWords = (rules: readonly Rule[]) => rules.map((rule) => [RULES[rule], rule] as const);

describe('the protocol of confirming', () => {
  it('places a cart at most once, in every order of events', () => {
    const { states, done, double } = explore('confirm');
    expect(double).toBeNull();
    expect(done).toBeGreaterThan(1000);
    expect(states).toBeGreaterThan(10_000);
  });

  it.each(inWords(['latch', 'bound', 'pause', 'reading', 'hold']))(
    'would place a cart twice unless %s',
    (_, rule) => {
      expect(explore('confirm', rule).double).not.toBeNull();
    },
  );
});

describe('the protocol of every other write', () => {
  it('lets each click through at most once, in every order of events', () => {
    const { done, double } = explore('create');
    expect(double).toBeNull();
    expect(done).toBeGreaterThan(1000);
  });

  it.each(inWords(['attempt', 'boot', 'quiet']))('would let a click through twice unless %s', (_, rule) => {
    expect(explore('create', rule).double).not.toBeNull();
  });
});
