import { expect, it } from 'vitest';
import { negotiateLanguage } from './accept-language';

it.each([
  [null, 'fr'],
  ['', 'fr'],
  ['de-DE,de;q=0.9', 'fr'],
  ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
  ['en-GB,en;q=0.9', 'en'],
  ['de,en;q=0.9,fr;q=0.5', 'en'],
  ['en;q=0.3, fr;q=0.7', 'fr'],
  ['en;q=0', 'fr'],
  ['*', 'fr'],
  ['EN-us', 'en'],
] as const)('Accept-Language %j is read as %s', (header, language) => {
  expect(negotiateLanguage(header)).toBe(language);
});
