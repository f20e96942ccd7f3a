export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Takes one token of a key's bucket; gives 0, or the seconds until the next token. */
export type TakeToken = (key: string) => number;

const MOST_KEYS = 10_000;

/** One token bucket per key. */
export function createRateLimit({ perSecond, burst }: Rate, now: () => number = Date.now): TakeToken {
  const buckets = new Map<string, { left: number; at: number }>();
  return (key) => {
    const time = now();
    const bucket = buckets.get(key) ?? { left: burst, at: time };
    // A step of the clock back takes nothing away.
    const passed = Math.max(0, time - bucket.at) / 1000;
    const left = Math.min(burst, bucket.left + passed * perSecond);
    const isTaken = left >= 1;
    buckets.delete(key);
    buckets.set(key, { left: isTaken ? left - 1 : left, at: time });
    const [oldest] = buckets.keys();
    if (buckets.size > MOST_KEYS && oldest !== undefined) buckets.delete(oldest);
    return isTaken ? 0 : Math.max(1, Math.ceil((1 - left) / perSecond));
  };
}
