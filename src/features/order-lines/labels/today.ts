import { toDay } from '~/contract/moments';

/** Today's date in the person's own time zone, as an ISO date. */
export function today(): string {
  return toDay(new Date());
}
