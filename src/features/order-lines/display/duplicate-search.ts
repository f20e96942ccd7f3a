import type { QuoteChoice } from '~/domain/lines/line-duplicate';

/** The search params of a new line that begins as a copy of another. */
export interface DuplicateSearch {
  readonly copy?: string;
  readonly quote?: 'keep';
}

/** Reads it; what makes no sense is as if it were not there. */
export function readDuplicateSearch(search: Readonly<Record<string, unknown>>): DuplicateSearch {
  const { copy, quote } = search;
  if (typeof copy !== 'string' || copy === '') return {};
  return quote === 'keep' ? { copy, quote } : { copy };
}

export function toDuplicateSearch(lineId: string, quote: QuoteChoice): DuplicateSearch {
  return quote === 'keep' ? { copy: lineId, quote } : { copy: lineId };
}
