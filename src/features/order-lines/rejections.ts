import { readFieldPath } from '~/contract/field-path';
import type { OrderLine, TerminationError } from '~/contract/order-line';
import { leafKeyOf, type LeafKey } from '~/domain/line-leaves';

/** What the operator said of each field when it rejected the line ("Termination Error Details"). */
export type Rejections = ReadonlyMap<LeafKey, string>;

export function toRejections(line: OrderLine | null): Rejections {
  const rejections = new Map<LeafKey, string>();
  for (const error of line?.termination_error ?? []) {
    const key = rejectedLeaf(error);
    if (key) rejections.set(key, error.value === '' ? error.code : `${error.code} (${error.value})`);
  }
  return rejections;
}

/** The field that a termination error names; null when it names none that we know. */
export function rejectedLeaf(error: Pick<TerminationError, 'property_path'>): LeafKey | null {
  return leafKeyOf(readFieldPath(error.property_path));
}
