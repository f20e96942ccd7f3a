import { networkOf } from '~/gateway/http/client-address';
import { createRateLimit } from '~/gateway/http/rate-limit';
import type { WriteAudit } from './audit-file';
import { requestContext } from './request-context';
import type { KeyedHash } from './keyed-hash';

type AuditEvent =
  | 'signed-in'
  | 'sign-in-refused'
  | 'sign-in-limited'
  | 'signed-out'
  | 'call-refused'
  | 'ticket'
  | 'confirmation-requested'
  | 'confirmation'
  | 'lock-lifted'
  | 'fact-set'
  | 'account'
  | 'provider'
  | 'api'
  | 'state';

/** Writes an event; resolves when it is written. `details` hold neither a name nor a token. */
export type Audit = (event: AuditEvent, details?: Readonly<Record<string, unknown>>) => Promise<void>;

/** Any client can cause these events, so their lines are limited. */
const LIMITED: ReadonlySet<AuditEvent> = new Set([
  'sign-in-refused',
  'sign-in-limited',
  'call-refused',
  'provider',
]);
const PER_CLIENT = { perSecond: 1 / 10, burst: 20 };
const IN_ALL = { perSecond: 1, burst: 200 };

/** These are about the gateway's own settings and providers, so they name no person. */
const IMPERSONAL: ReadonlySet<AuditEvent> = new Set(['account', 'provider', 'api', 'state']);
/** While the API or the store is away every call fails: one line a minute for each reason. */
const FAILURES: ReadonlySet<AuditEvent> = new Set(['api', 'state']);
const PER_FAILURE = { perSecond: 1 / 60, burst: 1 };

/** Hashes of the person and the address of the request; nothing outside of a request. */
export function requestHashes(hash: KeyedHash): { readonly who?: string; readonly from?: string } {
  const context = requestContext();
  if (!context) return {};
  const { address, session } = context;
  return { ...(session ? { who: hash('who', session.subject) } : {}), from: hash('from', address) };
}

/**
 * One line of JSON per event, apart from the log of requests. Refused calls write a limited number of lines; the next line
 * counts the `dropped` ones.
 */
export function createAudit(write: WriteAudit, hash: KeyedHash, now: () => Date): Audit {
  const clock = (): number => now().getTime();
  const takeOfClient = createRateLimit(PER_CLIENT, clock);
  const takeOfAll = createRateLimit(IN_ALL, clock);
  const takeOfFailure = createRateLimit(PER_FAILURE, clock);
  let dropped = 0;
  return async (event, details = {}) => {
    const { reason, status, cause } = details;
    if (FAILURES.has(event) && takeOfFailure(JSON.stringify([event, reason, status, cause])) > 0) return;
    const hashes = IMPERSONAL.has(event) ? {} : requestHashes(hash);
    if (LIMITED.has(event)) {
      const client = hashes.who ?? networkOf(requestContext()?.address ?? '');
      if (takeOfClient(client) > 0 || takeOfAll('') > 0) {
        dropped += 1;
        return;
      }
    }
    const entry = {
      time: now().toISOString(),
      audit: event,
      ...hashes,
      ...details,
      ...(dropped > 0 ? { dropped } : {}),
    };
    dropped = 0;
    await write(`${JSON.stringify(entry)}\n`);
  };
}
