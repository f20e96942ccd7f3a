export type DocumentLanguage = 'fr' | 'en';

/**
 * The language of the interface for an Accept-Language header: French or English by their weights, French without
 * either.
 */
export function negotiateLanguage(header: string | null): DocumentLanguage {
  const ranked = (header ?? '')
    .split(',')
    .map(readRange)
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of ranked) {
    if (tag === 'fr' || tag === 'en') return tag;
  }
  return 'fr';
}

function readRange(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { tag: tag.split('-')[0] ?? '', weight: quality ? Number(quality.slice(2)) || 0 : 1 };
}
