import type { LineValues, TerminationError } from '~/contract/order-line';
import type { StoredLine } from '~/mock-api/store/stored-order';

/** The outcome of a line after confirmation. */
export interface Outcome {
  /** acknowledged, held_adv_validation, rejected_creation, in_progress to stay, or any other word. */
  readonly state: string;
  /** Milliseconds from confirmation; from two to eight seconds, staggered, unless told. */
  readonly after?: number;
  readonly reason?: string;
  readonly errors?: readonly TerminationError[];
  /** Cancelled so many milliseconds after its outcome. */
  readonly cancelled?: { readonly after: number; readonly reason: string };
}

const ACKNOWLEDGED: Outcome = { state: 'acknowledged' };

/** Rejected, with one termination error. */
export function rejected(code: string, property_path: string, value: string): Outcome {
  return {
    state: 'rejected_creation',
    reason: 'The order could not be created.',
    errors: [{ code, property_path, value }],
  };
}

const BY_NAME: readonly (readonly [RegExp, (values: LineValues) => Outcome])[] = [
  [/\bREJECT ENNI\b/, ({ enni }) => rejected('UNKNOWN_ENNI', 'enni', enni)],
  [
    /\bREJECT\b/,
    ({ related_contact_information: [site] }) =>
      rejected('INVALID_SIRET', 'related_contact_information[0].siret', site?.siret ?? ''),
  ],
  [/\bHOLD\b/, () => ({ state: 'held_adv_validation' })],
  [/\bSTAY\b/, () => ({ state: 'in_progress' })],
  [
    /\bCANCEL\b/,
    () => ({
      state: 'acknowledged',
      cancelled: { after: 5000, reason: 'Cancelled at the customer’s request.' },
    }),
  ],
  [/\bODD\b/, () => ({ state: 'technical_error' })],
];

/** The outcome that a line's names ask for, for trials by hand; acknowledged for any other name. */
export function outcomeByName({ row, content }: Pick<StoredLine, 'row' | 'content'>): Outcome {
  const names = `${row.customer_order_name} ${row.end_customer_name}`;
  return BY_NAME.find(([pattern]) => pattern.test(names))?.[1](content.values) ?? ACKNOWLEDGED;
}
