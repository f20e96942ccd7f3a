export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Takes one from a key's share; gives 0, or in how many whole seconds there is one again. */
export type TakeShare = (key: string) => number;

const MOST_KEYS = 10_000;

/** Shares that fill up steadily, one per key (a token bucket each). */
export function createRateLimit({ perSecond, burst }: Rate, now: () => number = Date.now): TakeShare {
  const shares = new Map<string, { left: number; at: number }>();
  return (key) => {
    const time = now();
    const share = shares.get(key) ?? { left: burst, at: time };
    const left = Math.min(burst, share.left + ((time - share.at) / 1000) * perSecond);
    const isTaken = left >= 1;
    shares.delete(key);
    shares.set(key, { left: isTaken ? left - 1 : left, at: time });
    const [oldest] = shares.keys();
    if (shares.size > MOST_KEYS && oldest !== undefined) shares.delete(oldest);
    return isTaken ? 0 : Math.max(1, Math.ceil((1 - left) / perSecond));
  };
}
