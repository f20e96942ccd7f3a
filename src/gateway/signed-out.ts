/** The sessions that were ended before their time, so that a copied cookie is refused. */
export interface SignedOut {
  readonly add: (sessionId: string, until: number) => void;
  readonly has: (sessionId: string) => boolean;
}

const MOST = 10_000;

/** In this process's memory; forgets what is over by itself, and the oldest when there are too many. */
export function createSignedOut(now: () => number = Date.now): SignedOut {
  const ends = new Map<string, number>();
  return {
    add(sessionId, until) {
      for (const [id, end] of ends) if (end <= now()) ends.delete(id);
      const [oldest] = ends.keys();
      if (ends.size >= MOST && oldest !== undefined) ends.delete(oldest);
      ends.set(sessionId, until);
    },
    has: (sessionId) => (ends.get(sessionId) ?? 0) > now(),
  };
}
