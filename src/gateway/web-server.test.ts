import { EventEmitter, once } from 'node:events';
import { createConnection } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Gateway } from './gateway';
import { createWebServer, listen, stop } from './web-server';

const servers: ReturnType<typeof createWebServer>[] = [];

function createServer(gateway: Gateway) {
  const server = createWebServer(gateway);
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map(stop));
});

describe('the web server', () => {
  it('hands on the target as it stood on the wire', async () => {
    const targets: string[] = [];
    const server = createServer(async (_, target) => {
      targets.push(target);
      return new Response(null, { status: 204 });
    });
    const port = await listen(server, '127.0.0.1', 0);
    await new Promise<void>((resolve) => {
      const socket = createConnection(port, '127.0.0.1', () => {
        socket.write('GET /a/../b?x=%2F HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
      });
      socket.on('close', () => resolve()).resume();
    });
    expect(targets).toEqual(['/a/../b?x=%2F']);
  });

  it('says in plain words that its port is in use', async () => {
    const respond: Gateway = async () => new Response('');
    const port = await listen(createServer(respond), '127.0.0.1', 0);
    const second = createWebServer(respond);
    await expect(listen(second, '127.0.0.1', port)).rejects.toThrow(`Port ${port} is in use`);
  });

  it('answers what is under way before it stops', async () => {
    const moments = new EventEmitter();
    const underWay = once(moments, 'under way');
    const server = createServer(async () => {
      const release = once(moments, 'release');
      moments.emit('under way');
      await release;
      return new Response('whole');
    });
    const port = await listen(server, '127.0.0.1', 0);
    const answer = fetch(`http://127.0.0.1:${port}/`, { headers: { Connection: 'close' } });
    await underWay;
    const stopped = stop(server);
    moments.emit('release');
    expect(await (await answer).text()).toBe('whole');
    await stopped;
  });
});
