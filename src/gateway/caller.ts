import { AsyncLocalStorage } from 'node:async_hooks';
import type { StaffSession } from './staff-session';

/**
 * Who is asking, for the length of one request. It reaches what lies behind the checks (the token of a call, a line of
 * the log) without being handed through every function between.
 */
export interface Caller {
  /** The address that the request came from, the trusted proxies taken off. */
  readonly address: string;
  /** Set once the cookie is read; null where nobody is signed in. */
  session: StaffSession | null;
}

const callers = new AsyncLocalStorage<Caller>();

/** Runs a request's work for its caller. */
export function asCaller<T>(caller: Caller, work: () => T): T {
  return callers.run(caller, work);
}

/** The caller of the request under way; null outside of one. */
export function currentCaller(): Caller | null {
  return callers.getStore() ?? null;
}
