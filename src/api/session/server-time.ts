import { currentSession, gatewayTime } from './gateway-session';

/**
 * The gateway's time in milliseconds. A record's age counts by it: this computer's clock may have been wrong, and a wrong
 * clock must not expire records. Rejects while no session can be read.
 */
export async function serverTime(): Promise<number> {
  await currentSession();
  const time = gatewayTime();
  if (!Number.isFinite(time)) throw new Error('The gateway gave no time');
  return time;
}

/** The gateway's time where it is known, else this computer's. */
export function knownTime(): number {
  const time = gatewayTime();
  return Number.isFinite(time) ? time : Date.now();
}
