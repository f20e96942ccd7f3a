import { useState } from 'react';

/** Does the reading that proves the outcome of a write, and lets the screen say so meanwhile. */
export type WhileVerifying = <T>(proof: () => Promise<T>) => Promise<T>;

/** The start of the verification under way, or null, and the function that runs a verification. */
export function useVerification(): readonly [Date | null, WhileVerifying] {
  const [since, setSince] = useState<Date | null>(null);
  const whileChecking: WhileVerifying = async (proof) => {
    setSince(new Date());
    try {
      return await proof();
    } finally {
      setSince(null);
    }
  };
  return [since, whileChecking];
}
