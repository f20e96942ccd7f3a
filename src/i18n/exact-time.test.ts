import { expect, it } from 'vitest';
import { exactTime } from './exact-time';

it('an exact time has its seconds and its zone', () => {
  const zone = new Date('2025-04-10T10:11:57.548Z');
  const seconds = String(zone.getSeconds());
  expect(exactTime('2025-04-10T12:11:57.548+02:00', 'fr')).toMatch(
    new RegExp(`avril 2025 à \\d\\d:\\d\\d:${seconds} \\S`),
  );
  expect(exactTime('2025-04-10T12:11:57.548+02:00', 'en')).toMatch(
    new RegExp(`April 2025 at \\d\\d:\\d\\d:${seconds} \\S`),
  );
});

it.each(['', '2025-04-10', 'yesterday', '2025-99-99T00:00:00Z'])('%j, no moment, stays as it is', (text) => {
  expect(exactTime(text, 'en')).toBe(text);
});
