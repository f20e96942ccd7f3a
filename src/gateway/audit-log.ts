import { currentCaller } from './caller';
import type { KeyedHash } from './keyed-hash';

type AuditEvent =
  | 'signed-in'
  | 'sign-in-refused'
  | 'sign-in-limited'
  | 'signed-out'
  | 'call-refused'
  | 'ticket'
  | 'confirmation'
  | 'account';

/** Writes that something happened; `details` hold neither a name nor a token. */
export type Audit = (event: AuditEvent, details?: Readonly<Record<string, unknown>>) => void;

/** Who and from where, as marks; nothing outside of a request. */
export function callerMarks(hash: KeyedHash): { readonly who?: string; readonly from?: string } {
  const caller = currentCaller();
  if (!caller) return {};
  const { address, session } = caller;
  return { ...(session ? { who: hash('who', session.subject) } : {}), from: hash('from', address) };
}

/** One line of JSON per event, apart from the log of requests. */
export function createAudit(write: (line: string) => void, hash: KeyedHash, now: () => Date): Audit {
  return (event, details = {}) => {
    write(
      `${JSON.stringify({ time: now().toISOString(), audit: event, ...callerMarks(hash), ...details })}\n`,
    );
  };
}
