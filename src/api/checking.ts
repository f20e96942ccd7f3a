import { useState } from 'react';

/** Does the reading that proves what became of a write, and lets the screen say so meanwhile. */
export type WhileChecking = <T>(proof: () => Promise<T>) => Promise<T>;

/** Since when a write is being proved, null when none is, and what to do the proof with. */
export function useChecking(): readonly [Date | null, WhileChecking] {
  const [since, setSince] = useState<Date | null>(null);
  const whileChecking: WhileChecking = async (proof) => {
    setSince(new Date());
    try {
      return await proof();
    } finally {
      setSince(null);
    }
  };
  return [since, whileChecking];
}
