import { EventEmitter, once } from 'node:events';
import { createConnection } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { apiHeaders } from '~/gateway/http/security-headers';
import { createWebServer, listen, stop, type AnswerRequest } from './web-server';

const servers: ReturnType<typeof createWebServer>[] = [];

function createServer(answer: AnswerRequest) {
  const server = createWebServer(answer);
  servers.push(server);
  return server;
}

/** Sends text over a new connection; gives everything that came back. */
function say(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = createConnection(port, '127.0.0.1', () => void socket.write(text));
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map(stop));
});

describe('the web server', () => {
  it('passes on the target of the wire', async () => {
    const targets: string[] = [];
    const server = createServer(async (_, target) => {
      targets.push(target);
      return new Response(null, { status: 204 });
    });
    const port = await listen(server, '127.0.0.1', 0);
    await say(port, 'GET /a/../b?x=%2F HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
    expect(targets).toEqual(['/a/../b?x=%2F']);
  });

  it('names a port in use', async () => {
    const respond: AnswerRequest = async () => new Response('');
    const port = await listen(createServer(respond), '127.0.0.1', 0);
    const second = createWebServer(respond);
    await expect(listen(second, '127.0.0.1', port)).rejects.toThrow(`Port ${port} is in use`);
  });

  it('answers requests in flight before it stops', async () => {
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

  it('cuts a client that does not read', async () => {
    const server = createWebServer(async () => new Response('x'.repeat(50_000_000)), { responseWithin: 100 });
    servers.push(server);
    const cut = new Promise<void>((resolve) => {
      server.on('connection', (socket) => socket.once('close', () => resolve()));
    });
    const port = await listen(server, '127.0.0.1', 0);
    const socket = createConnection(
      port,
      '127.0.0.1',
      () => void socket.write('GET / HTTP/1.1\r\nHost: h\r\n\r\n'),
    );
    socket.on('error', () => undefined);
    await expect(cut).resolves.toBeUndefined();
    socket.destroy();
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400, 'bad_request'],
    [
      'a header without end',
      `GET / HTTP/1.1\r\nHost: h\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers_too_large',
    ],
    [
      'a flood of headers',
      `GET / HTTP/1.1\r\nHost: h\r\n${'X: 1\r\n'.repeat(9000)}\r\n`,
      431,
      'headers_too_large',
    ],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
      'bad_request',
    ],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'bad_request',
    ],
    ['a tunnel', 'CONNECT api.example.com:443 HTTP/1.1\r\nHost: h\r\n\r\n', 405, 'method_not_allowed'],
    ['a Host with a space', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400, 'bad_request'],
    ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'bad_request'],
    ['OPTIONS *', 'OPTIONS * HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n', 400, 'bad_request'],
    [
      'a path with a backslash',
      'GET /\\a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
      400,
      'bad_request',
    ],
    ['another scheme', 'GET ftp://h/ HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n', 400, 'bad_request'],
    ['another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'bad_request'],
    ['TRACE', 'TRACE / HTTP/1.1\r\nHost: h\r\n\r\n', 405, 'method_not_allowed'],
    [
      'another expectation',
      'POST / HTTP/1.1\r\nHost: h\r\nExpect: coffee\r\nContent-Length: 0\r\n\r\n',
      417,
      'bad_request',
    ],
  ])('refuses %s with the usual envelope', async (_, text, status, code) => {
    let asked = 0;
    const port = await listen(
      createServer(async () => {
        asked += 1;
        return new Response('');
      }),
      '127.0.0.1',
      0,
    );
    const heard = await say(port, text);
    const [head = '', body = ''] = heard.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    const usual = apiHeaders('');
    usual.delete('X-Request-Id');
    for (const [name, value] of usual)
      expect(head.toLowerCase()).toContain(`\r\n${name}: ${value}`.toLowerCase());
    expect(JSON.parse(body)).toMatchObject({ code, acted: 'no' });
    expect(asked).toBe(0);
  });
});
