import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;

function thisMinute(): number {
  return Math.floor(Date.now() / MINUTE) * MINUTE;
}

function subscribe(onMinute: () => void): () => void {
  const timer = setInterval(onMinute, MINUTE);
  return () => clearInterval(timer);
}

/** The present, to the minute. */
export function useNow(): Date {
  return new Date(useSyncExternalStore(subscribe, thisMinute));
}
