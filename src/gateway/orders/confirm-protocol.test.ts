import { describe, expect, it } from 'vitest';

/*
 * Explores every order of events in a model of the protocol of docs/write-protocol.md. The events are clicks, copies,
 * two instances, kills, a lost store, a colleague's writes, clock steps and a slow API. The API of the model places
 * again with every confirmation and creates again with every creation. The model trusts nothing in the page: a tab can
 * always be clicked in again. It assumes that the hold is longer than the API takes to carry out or drop a request. It
 * also assumes that a reading shows every act before it.
 */

const RULES = {
  key: 'a key is claimed once',
  void: 'a key that never came is voided when a page asks for it',
  quiet: 'a page whose key is refused for its epoch sends nothing by itself',
  shared: 'all instances use one store',
  durable: 'claims survive their process',
  first: 'a claim is durable before the request leaves',
  epoch: 'a key and a ticket mean nothing in another epoch',
  pause: 'a new epoch gives no ticket until earlier requests are over',
  lock: 'a claimed confirmation locks its cart',
  conflict: 'a conflict answered by the API is no proof',
  hold: 'a lock is lifted only when the request is over',
  left: 'a step of the clock shortens no hold',
  compare: 'a confirmation compares the cart with what was reviewed',
  turn: 'the writes on one cart take turns',
  refuse: 'a locked cart refuses other writes',
  doubt: 'a cart with a write in doubt is not confirmed',
} as const;

type Rule = keyof typeof RULES;
type Act = 'confirm' | 'create';

/** How often each event may happen. Enough for every rule to matter. */
const MOST = { clicks: 2, resends: 1, kills: 1, losses: 1, writes: 1, steps: 1, asked: 1 };
type Counted = keyof typeof MOST;

const TABS = 2;
const INSTANCES = [0, 1] as const;

/** A request of the page, which the browser may send again. */
interface Message {
  /** The click that it comes from. */
  readonly click: number;
  readonly epoch: number;
  /** The version of the cart that was reviewed. */
  readonly reviewed: number;
  readonly isDelivered: boolean;
  /** Compared with the cart and not claimed yet; only without the rule `turn` can anything come between. */
  readonly isCompared: boolean;
}

interface Tab {
  readonly step: 'idle' | 'reviewed' | 'has-ticket';
  readonly reviewed: number;
  readonly epoch: number;
}

/** The keys and the lock in one store; without the rule `shared` each instance has its own. */
interface Store {
  /** The numbers of the messages whose keys are claimed. */
  readonly keys: readonly number[];
  /** The number of the message that locks the cart; -1 without a lock. */
  readonly lock: number;
}

interface UnderWay {
  readonly message: number;
  readonly instance: number;
  /** Answered with a conflict, and still being carried out. */
  readonly isAnswered: boolean;
}

interface State {
  readonly counts: Readonly<Record<Counted, number>>;
  readonly epoch: number;
  readonly isNewEpoch: boolean;
  readonly stores: readonly Store[];
  readonly tabs: readonly Tab[];
  readonly messages: readonly Message[];
  /** At the API and not carried out yet. */
  readonly underWay: readonly UnderWay[];
  /** Writes of a colleague that the API may still carry out. */
  readonly lateWrites: number;
  /** The content of the cart. */
  readonly version: number;
  /** The click of each request that was carried out. */
  readonly done: readonly number[];
  /** Something else was placed than was reviewed. */
  readonly isWrong: boolean;
}

const IDLE: Tab = { step: 'idle', reviewed: 0, epoch: 0 };
const EMPTY: Store = { keys: [], lock: -1 };
const START: State = {
  counts: { clicks: 0, resends: 0, kills: 0, losses: 0, writes: 0, steps: 0, asked: 0 },
  epoch: 0,
  isNewEpoch: false,
  stores: INSTANCES.map(() => EMPTY),
  tabs: Array.from({ length: TABS }, () => IDLE),
  messages: [],
  underWay: [],
  lateWrites: 0,
  version: 0,
  done: [],
  isWrong: false,
};

const byNumber = (one: number, other: number) => one - other;
const may = ({ counts }: State, event: Counted) => counts[event] < MOST[event];
const counted = (state: State, event: Counted): State => ({
  ...state,
  counts: { ...state.counts, [event]: state.counts[event] + 1 },
});

type Has = (rule: Rule) => boolean;

/** The store that an instance uses. */
const storeOf = (instance: number, has: Has): number => (has('shared') ? 0 : instance);
const isLocked = (state: State, instance: number, has: Has): boolean =>
  has('lock') && (state.stores[storeOf(instance, has)]?.lock ?? -1) >= 0;
const withStore = (state: State, at: number, change: Partial<Store>): State => ({
  ...state,
  stores: state.stores.with(at, { ...(state.stores[at] ?? EMPTY), ...change }),
});
const released = (state: State, { message, instance }: UnderWay, has: Has): State => {
  const at = storeOf(instance, has);
  return state.stores[at]?.lock === message ? withStore(state, at, { lock: -1 }) : state;
};

/** Every state that can come next. */
function* nextStates(state: State, act: Act, has: Has): Generator<State> {
  yield* tabSteps(state, act, has);
  for (const [index, message] of state.messages.entries()) yield* delivery(state, index, message, act, has);
  yield* atTheApi(state, act, has);
  if (act === 'confirm') yield* otherPeople(state, has);
  yield* troubles(state, has);
}

function* tabSteps(state: State, act: Act, has: Has): Generator<State> {
  const { epoch, version, messages } = state;
  for (const [index, tab] of state.tabs.entries()) {
    const become = (changed: Tab): State => ({ ...state, tabs: state.tabs.with(index, changed) });
    const send = (from: State, reviewed: number, of: number): State => ({
      ...from,
      messages: [
        ...messages,
        { click: messages.length, epoch: of, reviewed, isDelivered: false, isCompared: false },
      ],
    });
    if (tab.step === 'idle' && may(state, 'clicks')) {
      if (act === 'create') yield send(counted(state, 'clicks'), 0, epoch);
      else yield counted(become({ step: 'reviewed', reviewed: version, epoch }), 'clicks');
    }
    if (tab.step === 'reviewed' && !(has('pause') && state.isNewEpoch)) {
      for (const instance of INSTANCES) {
        if (!isLocked(state, instance, has)) yield become({ ...tab, step: 'has-ticket', epoch });
      }
    }
    if (tab.step === 'has-ticket') yield send(become(IDLE), tab.reviewed, tab.epoch);
    // Given up: a closed page, a refusal, a lost answer.
    if (tab.step !== 'idle') yield become(IDLE);
  }
}

function* delivery(state: State, index: number, message: Message, act: Act, has: Has): Generator<State> {
  if (message.isDelivered && may(state, 'resends')) {
    const messages = state.messages.with(index, { ...message, isDelivered: false });
    yield { ...counted(state, 'resends'), messages };
  }
  // The page gets no answer to its creation and asks; "never" lets the person send it again.
  if (act === 'create' && may(state, 'asked')) {
    const known = state.stores[0]?.keys ?? [];
    // For another epoch, the gateway's answer is "unknown".
    if (message.epoch === state.epoch && !known.includes(index)) {
      const asked = has('void') ? withStore(state, 0, { keys: [...known, index].toSorted(byNumber) }) : state;
      const again = { ...message, epoch: state.epoch, isDelivered: false };
      yield { ...counted(asked, 'asked'), messages: [...state.messages, again] };
    }
  }
  if (message.isDelivered) return;
  const seen = { ...state, messages: state.messages.with(index, { ...message, isDelivered: true }) };
  yield seen;
  if (message.epoch !== state.epoch && !has('quiet')) {
    yield { ...seen, messages: [...seen.messages, { ...message, epoch: state.epoch }] };
  }
  for (const instance of INSTANCES) {
    const at = storeOf(instance, has);
    const { keys } = state.stores[at] ?? EMPTY;
    if (has('epoch') && message.epoch !== state.epoch) continue;
    if (has('key') && keys.includes(index)) continue;
    if (act === 'confirm') {
      if (isLocked(state, instance, has)) continue;
      const isInDoubt = has('doubt') && state.lateWrites > 0;
      const isSame = state.done.length === 0 && state.version === message.reviewed;
      if (!message.isCompared && (isInDoubt || (has('compare') && !isSame))) continue;
      if (!message.isCompared && !has('turn')) {
        yield { ...state, messages: state.messages.with(index, { ...message, isCompared: true }) };
        continue;
      }
    }
    const claimed = withStore(seen, at, {
      keys: [...new Set([...keys, index])].toSorted(byNumber),
      lock: act === 'confirm' ? index : -1,
    });
    const sent = [...state.underWay, { message: index, instance, isAnswered: false }];
    yield { ...claimed, underWay: sent };
    // The store fails after the claim, or the process ends: nothing is sent.
    yield claimed;
    // The claim itself is lost.
    if (!has('first')) yield { ...seen, underWay: sent };
  }
}

function* atTheApi(state: State, act: Act, has: Has): Generator<State> {
  for (const [index, request] of state.underWay.entries()) {
    const { click, reviewed } = state.messages[request.message] ?? { click: -1, reviewed: -1 };
    const over = { ...state, underWay: state.underWay.toSpliced(index, 1) };
    yield {
      ...over,
      done: [...state.done, click].toSorted(byNumber),
      // A store that is lost loses its locks: then a colleague's write can come between. A second order cannot.
      isWrong: state.isWrong || (act === 'confirm' && state.epoch === 0 && state.version !== reviewed),
    };
    // Dropped without a word; or refused in words, which frees the cart.
    yield over;
    yield released(over, request, has);
    if (act === 'confirm' && !request.isAnswered) {
      const answered = { ...state, underWay: state.underWay.with(index, { ...request, isAnswered: true }) };
      yield has('conflict') ? answered : released(answered, request, has);
    }
  }
}

/** A colleague writes on the cart. A person lifts a lock after the hold, when a reading shows a draft. */
function* otherPeople(state: State, has: Has): Generator<State> {
  for (const instance of INSTANCES) {
    if (may(state, 'writes') && !(has('refuse') && isLocked(state, instance, has))) {
      yield { ...counted(state, 'writes'), version: state.version + 1 };
      yield { ...counted(state, 'writes'), lateWrites: state.lateWrites + 1 };
    }
    const isOver = state.underWay.length === 0 || !has('hold');
    if (state.done.length > 0 || !isLocked(state, instance, has)) continue;
    const lifted = withStore(state, storeOf(instance, has), { lock: -1 });
    if (isOver) yield lifted;
    else if (!has('left') && may(state, 'steps')) yield counted(lifted, 'steps');
  }
  if (state.lateWrites === 0) return;
  const over = { ...state, lateWrites: state.lateWrites - 1 };
  yield over;
  yield { ...over, version: state.version + 1 };
}

/** A process is killed; the store is lost; the requests from before a new epoch are over. */
function* troubles(state: State, has: Has): Generator<State> {
  if (may(state, 'kills')) {
    for (const instance of INSTANCES) {
      const killed = counted(state, 'kills');
      yield has('durable') ? killed : withStore(killed, storeOf(instance, has), EMPTY);
    }
  }
  if (may(state, 'losses')) {
    const lost = { ...counted(state, 'losses'), stores: state.stores.map(() => EMPTY) };
    yield { ...lost, epoch: state.epoch + 1, isNewEpoch: true };
  }
  if (state.isNewEpoch && state.underWay.length === 0) yield { ...state, isNewEpoch: false };
}

interface Explored {
  readonly states: number;
  /** In how many something was carried out. */
  readonly done: number;
  /** The first that breaks a promise; the exploring ends there. */
  readonly broken: State | null;
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
    if (isBroken(act, state)) return { states, done, broken: state };
    for (const next of nextStates(state, act, has)) {
      // It makes no difference which of two tabs is which.
      const tabs = next.tabs.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
      const key = JSON.stringify({ ...next, tabs });
      if (known.has(key)) continue;
      known.add(key);
      open.push({ ...next, tabs });
    }
  }
  return { states, done, broken: null };
}

/** A cart is placed once, and as it was reviewed; each click of a creation creates once. */
function isBroken(act: Act, { done, isWrong }: State): boolean {
  return act === 'confirm' ? done.length > 1 || isWrong : new Set(done).size < done.length;
}

const inWords = (rules: readonly Rule[]) => rules.map((rule) => [RULES[rule], rule] as const);

describe('the protocol of confirming', () => {
  it('places a cart once and as reviewed, in every order', () => {
    const { states, done, broken } = explore('confirm');
    expect(broken).toBeNull();
    expect(done).toBeGreaterThan(1000);
    expect(states).toBeGreaterThan(5000);
  });

  it.each(
    inWords([
      'shared',
      'durable',
      'first',
      'pause',
      'lock',
      'conflict',
      'hold',
      'left',
      'compare',
      'turn',
      'refuse',
      'doubt',
    ]),
  )('fails unless %s', (_, rule) => {
    expect(explore('confirm', rule).broken).not.toBeNull();
  });
});

describe('the protocol of every other write', () => {
  it('lets each click through at most once, in every order', () => {
    const { done, broken } = explore('create');
    expect(broken).toBeNull();
    expect(done).toBeGreaterThan(1000);
  });

  it.each(inWords(['key', 'void', 'quiet', 'shared', 'durable', 'first', 'epoch']))(
    'fails unless %s',
    (_, rule) => {
      expect(explore('create', rule).broken).not.toBeNull();
    },
  );
});
