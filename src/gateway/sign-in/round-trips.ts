import { createHash } from 'node:crypto';
import { networkOf } from '~/gateway/http/client-address';
import { ROUND_TRIP_SECONDS } from '~/gateway/session/cookies';
import type { KeyedHash } from '~/gateway/session/keyed-hash';
import { requestContext } from '~/gateway/session/request-context';
import type { StateStore } from '~/gateway/state/state-store';

const [BEGUN, USED] = ['begun', 'used'];
const TTL_MS = ROUND_TRIP_SECONDS * 1000;
/** An office behind one address signs in on a Monday morning. */
const MOST_PER_NETWORK = 100;

/** Sign-ins at the provider: each ends after ten minutes and counts once. All methods throw a StateUnavailableError. */
export interface RoundTrips {
  /** Begins one; gives 0, or the seconds until this network may begin another. */
  readonly begin: (state: string) => Promise<number>;
  /** Uses one up; false for an unknown, expired or used one. */
  readonly use: (state: string) => Promise<boolean>;
}

/** Used round trips stay counted, so that this limits the calls to the provider too. */
export function createRoundTrips(store: StateStore, hash: KeyedHash): RoundTrips {
  return {
    async begin(state) {
      const from = hash('from', networkOf(requestContext()?.address ?? ''));
      const quota = { name: `round-trip:${from}`, most: MOST_PER_NETWORK };
      const claim = await store.claim(keyOf(state), BEGUN, { ttlMs: TTL_MS, quota });
      return claim.kind === 'over_quota' ? Math.max(1, Math.ceil(claim.leftMs / 1000)) : 0;
    },
    use: (state) => store.replace(keyOf(state), BEGUN, USED),
  };
}

function keyOf(state: string): string {
  return `round-trip:${createHash('sha256').update(state).digest('base64url')}`;
}
