import { describe, expect, it } from 'vitest';
import { readManifest } from './build-manifest';
import { openDesk } from './open-desk';
import { readSettings } from './settings';

function aDesk() {
  const read = readSettings({});
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const desk = openDesk({
    settings: read.settings,
    client: { html: '<head><script></script></head>', manifest: readManifest({}), files: new Map() },
    upstream: async () => Response.json({}),
    origin: 'http://sandbox',
    logRequest: () => undefined,
    logAudit: () => undefined,
  });
  const ask = (path: string, method = 'GET') =>
    desk.answer(new Request(`http://127.0.0.1${path}`, { method }), path, '127.0.0.1');
  return { ...desk, ask };
}

describe('whoever watches the process', () => {
  it.each(['/healthz', '/readyz'])('is told at %s that it is well', async (path) => {
    const { ask } = aDesk();
    expect([(await ask(path)).status, await (await ask(path)).json()]).toEqual([200, { ok: true }]);
    expect([(await ask(path, 'HEAD')).status, await (await ask(path, 'HEAD')).text()]).toEqual([200, '']);
    expect((await ask(path, 'POST')).status).toBe(405);
  });

  it('is told to send nobody here once it stops, though it is alive', async () => {
    const { ask, beginStop } = aDesk();
    beginStop();
    expect([(await ask('/readyz')).status, await (await ask('/readyz')).json()]).toEqual([
      503,
      { ok: false },
    ]);
    expect((await ask('/healthz')).status).toBe(200);
  });
});
