import { isApiError } from '~/api/transport/api-error';
import { pause } from '~/api/transport/pause';

/** The limit that a refused request waits for: our gateway's own, or the API's. */
export type AwaitedLimit = 'own-limit' | 'busy';

/** How often one request waits for a limit, and for how many seconds where the refusal does not say. */
const MAX_WAITS = 20;
const USUAL_WAIT = 2;

/**
 * Does work, again each time that a limit refuses it and the wait that the refusal asks for is over. `onWait` is told the
 * limit, and null when the wait ends. Throws any other error, and that of a limit after MAX_WAITS.
 */
export async function withinLimits<T>(
  work: () => Promise<T>,
  onWait: (limit: AwaitedLimit | null) => void,
): Promise<T> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await work();
    } catch (error) {
      const refusal = isApiError(error) && error.effect === 'none' ? error : null;
      const limit = refusal?.kind;
      if ((limit !== 'own-limit' && limit !== 'busy') || waits === MAX_WAITS) throw error;
      onWait(limit);
      await pause((refusal?.retryAfterSeconds || USUAL_WAIT) * 1000);
      onWait(null);
    }
  }
}
