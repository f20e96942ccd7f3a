import { AsyncLocalStorage } from 'node:async_hooks';
import type { StaffSession } from './staff-session';

/**
 * The person and the network address behind one request. The token of a call and the log read it from here. So no
 * function between passes it on.
 */
export interface RequestContext {
  /** The IP address of the client, behind the trusted proxies. */
  readonly address: string;
  /** Set once the cookie is read; null without a session. */
  session: StaffSession | null;
}

const contexts = new AsyncLocalStorage<RequestContext>();

/** Runs the work of a request in its context. */
export function withRequestContext<T>(context: RequestContext, work: () => T): T {
  return contexts.run(context, work);
}

/** The context of the request under way; null outside of one. */
export function requestContext(): RequestContext | null {
  return contexts.getStore() ?? null;
}
