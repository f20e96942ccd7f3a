import { isWireObject, text } from '~/contract/scalars';
import type { FaultAnswer } from './faults';
import type { LineRow } from '~/mock-api/store/stored-order';

/** How long saving a line called SLOW takes. */
export const SLOW_SAVE = 10_000;

const BODIES: Readonly<Record<number, unknown>> = {
  404: { detail: 'Not found.' },
  409: { detail: 'The order session has been changed by another user.' },
  422: { customer_order_name: ['This name is not accepted.'] },
  429: { detail: 'Request was throttled. Expected available in 5 seconds.' },
  500: '<!doctype html><title>Server Error (500)</title><h1>Server Error (500)</h1>',
};

/** The failure that the name of a saved line asks for ("FAIL 500"), for trials by hand. */
export function failureByName(body: unknown): FaultAnswer | null {
  const status = Number(/\bFAIL ([45]\d\d)\b/.exec(namesIn(body))?.[1]);
  if (Number.isNaN(status)) return null;
  return {
    status,
    body: BODIES[status] ?? { detail: `Failed with ${status}.` },
    ...(status === 429 ? { headers: { 'retry-after': '5' } } : {}),
  };
}

/** A line with such a name loses the answer to its cart's confirmation, after or before the API acts. */
export function lossByName(rows: readonly LineRow[]): 'after' | 'before' | null {
  const names = rows.map((row) => `${row.customer_order_name} ${row.end_customer_name}`).join('\n');
  if (/\bLOST ANSWER\b/.test(names)) return 'after';
  return /\bLOST ORDER\b/.test(names) ? 'before' : null;
}

/** The answer of a proxy after a timeout. */
export const LOST: FaultAnswer = { status: 504, body: '<!doctype html><title>Gateway Time-out</title>' };

export function isSlowByName(body: unknown): boolean {
  return /\bSLOW\b/.test(namesIn(body));
}

function namesIn(body: unknown): string {
  if (!isWireObject(body)) return '';
  return `${text.parse(body['customer_order_name'])} ${text.parse(body['end_customer_name'])}`;
}
