import { afterEach, expect, it, vi } from 'vitest';
import { today } from './today';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

it.each([
  ['Europe/Paris', '2026-03-01T22:59:00Z', '2026-03-01'],
  ['Europe/Paris', '2026-03-01T23:01:00Z', '2026-03-02'],
  ['America/Cayenne', '2026-01-01T02:00:00Z', '2025-12-31'],
])('in %s at %s today is %s', (zone, now, day) => {
  vi.stubEnv('TZ', zone);
  vi.useFakeTimers({ now: new Date(now) });
  expect(today()).toBe(day);
});
