import type { QuoteChoice } from '~/domain/line-duplicate';

/** What the address of a new line says of the line that it begins as a copy of. */
export interface DuplicateAddress {
  readonly copy?: string;
  readonly quote?: 'keep';
}

/** Reads it; what makes no sense is as if it were not there. */
export function readDuplicateAddress(search: Readonly<Record<string, unknown>>): DuplicateAddress {
  const { copy, quote } = search;
  if (typeof copy !== 'string' || copy === '') return {};
  return quote === 'keep' ? { copy, quote } : { copy };
}

export function toDuplicateAddress(lineId: string, quote: QuoteChoice): DuplicateAddress {
  return quote === 'keep' ? { copy: lineId, quote } : { copy: lineId };
}
