import { operationNames, type OperationName } from '~/contract/operations';
import {
  isFact,
  isListOfNames,
  namesIn,
  withNames,
  type FactName,
  type ServerProfile,
} from '~/contract/profile/server-profile';
import { isWireObject } from '~/contract/scalars';

/**
 * The source of a fact. An answer showed it, a request in this form worked, or a person set it. Or a request in the
 * other form was refused.
 */
type Proof = 'shown' | 'worked' | 'set';

/** The answer that taught a fact. It holds no value of a field. */
interface Lesson {
  readonly operation: OperationName | null;
  /** The status of the answer; of the refusal, where one led to the fact. */
  readonly status: number | null;
}

interface LearnedFact extends Lesson {
  readonly value: string;
  readonly proof: Proof;
  /** In ms since 1970. */
  readonly at: number;
}

type Facts = Partial<Record<FactName, LearnedFact>>;

/** Where a profile outlives the process. */
export interface ProfileStorage {
  /** The text saved last; null when there is none. */
  readonly load: () => Promise<string | null>;
  /** Saves what `change` makes of the newest text, and gives it. `change` may be called more than once. */
  readonly update: (change: (text: string | null) => string) => Promise<string>;
  /** Whether other instances save to it too. */
  readonly isShared: boolean;
}

/** The facts that this gateway has learned about its API, for every caller. */
export interface ProfileMemory {
  /** Resolves when the stored profile is read: the first request of the day is right. */
  readonly ready: Promise<void>;
  readonly profile: () => ServerProfile;
  readonly facts: () => Readonly<Facts>;
  /** Learns facts from an answer. A fact that worked, or that a person set, is not replaced by one that was only shown. */
  readonly learn: (facts: ServerProfile, proof: Proof, lesson: Lesson) => void;
  readonly forget: (name: FactName) => void;
  /** Reads what other instances have learned or a person has set there. Never rejects. */
  readonly reread: () => Promise<void>;
  /** Starts a rereading where the last one is some seconds old. */
  readonly keepFresh: () => void;
}

type Change = (facts: Facts) => Facts;

/** How long an instance goes on without looking what the others have learned, in ms. */
const FRESH_FOR = 5000;

/** A profile of the API at `origin`; one stored for another origin is not used. `now` is in ms since 1970. */
export function createProfileMemory(
  origin: string,
  now: () => number,
  storage: ProfileStorage | null = null,
): ProfileMemory {
  /** As the storage has them, and the changes that are not saved yet. */
  let stored: Facts = {};
  let unsaved: readonly Change[] = [];
  // One access after the other: an older text never replaces a newer one.
  let queue: Promise<void> = Promise.resolve();
  let readAt = Number.NEGATIVE_INFINITY;

  const facts = (): Facts => unsaved.reduce((known, change) => change(known), stored);

  async function load({ load: read }: ProfileStorage): Promise<void> {
    readAt = now();
    const text = await read().catch(() => null);
    if (text !== null) stored = readStored(text, origin);
  }

  async function save({ update }: ProfileStorage, change: Change): Promise<void> {
    const changed = (text: string | null): string =>
      JSON.stringify({ origin, facts: change(text === null ? {} : readStored(text, origin)) });
    try {
      stored = readStored(await update(changed), origin);
    } catch {
      // The change holds in this process; after a restart it is learned again.
      stored = change(stored);
    }
    unsaved = unsaved.filter((other) => other !== change);
  }

  function apply(change: Change): void {
    if (!storage) {
      stored = change(stored);
      return;
    }
    unsaved = [...unsaved, change];
    queue = queue.then(() => save(storage, change));
  }

  function reread(): Promise<void> {
    if (storage?.isShared) queue = queue.then(() => load(storage));
    return queue;
  }

  if (storage) queue = load(storage);

  return {
    ready: queue,
    profile: () => {
      const profile: Partial<Record<FactName, string>> = {};
      for (const [name, fact] of Object.entries(facts()))
        if (isFact(name, fact.value)) profile[name] = fact.value;
      return profile;
    },
    facts,
    learn: (learned, proof, lesson) => {
      const at = now();
      const change: Change = (known) => ({ ...known, ...newsIn(learned, { proof, at, ...lesson }, known) });
      if (Object.keys(newsIn(learned, { proof, at, ...lesson }, facts())).length > 0) apply(change);
    },
    forget: (name) =>
      apply((known) => {
        const { [name]: _, ...others } = known;
        return others;
      }),
    reread,
    keepFresh: () => {
      if (storage?.isShared && now() - readAt > FRESH_FOR) {
        readAt = now();
        void reread();
      }
    },
  };
}

/** The facts of a lesson that are new beside the known ones. */
function newsIn(learned: ServerProfile, lesson: Omit<LearnedFact, 'value'>, known: Facts): Facts {
  const news: Facts = {};
  for (const [name, said] of Object.entries(learned)) {
    if (!isFact(name, said)) continue;
    const before = known[name];
    const isStronger = !before || lesson.proof !== 'shown' || before.proof === 'shown';
    // Another instance may have seen other names.
    const value =
      isListOfNames(name) && lesson.proof !== 'set' ? withNames(before?.value, namesIn(said)) : said;
    if (isStronger && before?.value !== value) news[name] = { value, ...lesson };
  }
  return news;
}

function readStored(text: string, origin: string): Facts {
  const stored = parsed(text);
  if (!isWireObject(stored) || stored['origin'] !== origin || !isWireObject(stored['facts'])) return {};
  const facts: Facts = {};
  for (const [name, fact] of Object.entries(stored['facts'])) {
    if (!isWireObject(fact) || !isFact(name, fact['value'])) continue;
    const { value, proof, at, operation, status } = fact;
    facts[name] = {
      value: String(value),
      proof: proof === 'worked' || proof === 'set' ? proof : 'shown',
      at: Number(at),
      operation: isOperation(operation) ? operation : null,
      status: typeof status === 'number' ? status : null,
    };
  }
  return facts;
}

function isOperation(name: unknown): name is OperationName {
  return operationNames.some((known) => known === name);
}

/** null for a damaged text: the profile is learned anew. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
