import { once } from 'node:events';
import { createConnection } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { redisPath, startRedis, type RedisServer } from './redis-server';

describe.skipIf(redisPath() === null)('a Redis for one test', () => {
  const started: RedisServer[] = [];
  const start = async (options?: Parameters<typeof startRedis>[0]) => {
    const server = await startRedis(options);
    started.push(server);
    return server;
  };
  const ask = async (port: number, command: string) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.write(`${command}\r\n`);
    const answer: unknown[] = await once(socket, 'data');
    socket.destroy();
    return answer.join('').trim();
  };

  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.stop()));
  });

  it('answers on its own port', async () => {
    const { port } = await start();
    expect(await ask(port, 'PING')).toBe('+PONG');
  });

  it('takes further arguments', async () => {
    const { port } = await start({ args: ['--requirepass', 'secret'] });
    expect(await ask(port, 'PING')).toMatch(/^-NOAUTH/);
  });

  it('starts empty on the port of a stopped one', async () => {
    const first = await start();
    await ask(first.port, 'SET key value');
    await first.stop();
    const { port } = await start({ port: first.port });
    expect(await ask(port, 'GET key')).toBe('$-1');
  });
});
