import { beforeEach, describe, expect, it, vi } from 'vitest';
import { applyStoredColorScheme, chooseColorScheme } from './color-scheme';

const kept = new Map<string, string>();
const dataset: Record<string, string> = {};

beforeEach(() => {
  kept.clear();
  delete dataset['colorScheme'];
  vi.stubGlobal('document', { documentElement: { dataset } });
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
});

describe('the appearance', () => {
  it.each(['light', 'dark'] as const)('is %s when chosen, and at the next visit', (scheme) => {
    chooseColorScheme(scheme);
    expect(dataset).toEqual({ colorScheme: scheme });
    delete dataset['colorScheme'];
    applyStoredColorScheme();
    expect(dataset).toEqual({ colorScheme: scheme });
  });

  it('follows the system when that is chosen', () => {
    chooseColorScheme('dark');
    chooseColorScheme('auto');
    expect(dataset).toEqual({});
  });

  it.each([undefined, 'purple'])('follows the system when what is remembered is %j', (remembered) => {
    if (remembered !== undefined) kept.set('orderdesk.color-scheme', remembered);
    applyStoredColorScheme();
    expect(dataset).toEqual({});
  });
});
