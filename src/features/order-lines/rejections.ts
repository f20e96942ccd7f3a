import { useMemo } from 'react';
import { readFieldPath } from '~/contract/field-path';
import type { OrderLine, TerminationError } from '~/contract/order-line';
import { leafKeyOf, type LeafKey } from '~/domain/line-leaves';
import { useKeptRejections } from './kept-rejections';

/** What the operator said of each field when it rejected the line ("Termination Error Details"). */
export type Rejections = ReadonlyMap<LeafKey, string>;

export function toRejections(line: Pick<OrderLine, 'termination_error'> | null): Rejections {
  const rejections = new Map<LeafKey, string>();
  for (const error of line?.termination_error ?? []) {
    const key = rejectedLeaf(error);
    if (key) rejections.set(key, error.value === '' ? error.code : `${error.code} (${error.value})`);
  }
  return rejections;
}

/** The same for a line's form, with what was refused on the line that it was copied from. */
export function useRejections(line: OrderLine | null): Rejections {
  const kept = useKeptRejections(line?.id);
  return useMemo(() => new Map([...Object.entries(kept), ...toRejections(line)]), [line, kept]);
}

/** The codes of a rejected line by the field that they are about, without the refused values. */
export function rejectionCodes(
  line: Pick<OrderLine, 'termination_error'>,
): Readonly<Record<LeafKey, string>> {
  return Object.fromEntries(
    line.termination_error.flatMap((error) => {
      const key = rejectedLeaf(error);
      return key ? [[key, error.code]] : [];
    }),
  );
}

/** The field that a termination error names; null when it names none that we know. */
export function rejectedLeaf(error: Pick<TerminationError, 'property_path'>): LeafKey | null {
  return leafKeyOf(readFieldPath(error.property_path));
}
