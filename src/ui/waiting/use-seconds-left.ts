import { useEffect, useState } from 'react';

/** Whole seconds that are left of a span which begins with the first render; 0 at its end. */
export function useSecondsLeft(span: number): number {
  const [end] = useState(() => Date.now() + span * 1000);
  const [left, setLeft] = useState(span);
  useEffect(() => {
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [end]);
  return left;
}
