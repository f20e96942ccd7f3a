import { beforeEach, describe, expect, it, vi } from 'vitest';

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

/** A visit: the choice is read from the storage once. */
async function visit() {
  vi.resetModules();
  const { applyColorScheme, chooseColorScheme } = await import('./color-scheme');
  applyColorScheme();
  return chooseColorScheme;
}

describe('the appearance', () => {
  it.each(['light', 'dark'] as const)('is %s when chosen, and at the next visit', async (scheme) => {
    const choose = await visit();
    choose(scheme);
    expect(dataset).toEqual({ colorScheme: scheme });
    delete dataset['colorScheme'];
    await visit();
    expect(dataset).toEqual({ colorScheme: scheme });
  });

  it('follows the system when that is chosen', async () => {
    const choose = await visit();
    choose('dark');
    choose('auto');
    expect(dataset).toEqual({});
  });

  it.each([undefined, 'purple'])('follows the system when what is remembered is %j', async (remembered) => {
    if (remembered !== undefined) kept.set('orderdesk.color-scheme', remembered);
    await visit();
    expect(dataset).toEqual({});
  });
});
