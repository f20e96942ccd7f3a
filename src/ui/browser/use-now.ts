import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;

let minute = new Date(0);

/** The same date all through a minute, so that what is worked out from it can be kept. */
function thisMinute(): Date {
  const time = Math.floor(Date.now() / MINUTE) * MINUTE;
  if (minute.getTime() !== time) minute = new Date(time);
  return minute;
}

function subscribe(onMinute: () => void): () => void {
  const timer = setInterval(onMinute, MINUTE);
  return () => clearInterval(timer);
}

/** The present, to the minute. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, thisMinute);
}
