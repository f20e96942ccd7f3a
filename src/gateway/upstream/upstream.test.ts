import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readWhole } from '~/gateway/http/read-whole';
import { networkUpstream, NotSentError, type UpstreamAnswer } from './upstream';

const closings: (() => void)[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${portOf(server.address())}`;
}

function portOf(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address ? address.port : 0;
}

afterEach(() => {
  for (const close of closings.splice(0)) close();
});

async function textOf({ body }: UpstreamAnswer): Promise<string> {
  return new TextDecoder().decode(await readWhole(body, 1_000));
}

describe('the API over the network', () => {
  it('gets the request’s headers, Host, Connection and Content-Length', async () => {
    let names: string[] = [];
    let body = '';
    const origin = await serve((incoming, outgoing) => {
      names = Object.keys(incoming.headers);
      incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
      incoming.on('end', () => outgoing.end('{}'));
    });
    const request = new Request(`${origin}/x`, {
      method: 'POST',
      body: '{"é":1}',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    });
    await networkUpstream()(request);
    expect(names.toSorted()).toEqual(['accept', 'connection', 'content-length', 'content-type', 'host']);
    expect(body).toBe('{"é":1}');
  });

  it('opens a connection of its own for each write', async () => {
    const ports = new Set<number | undefined>();
    const origin = await serve((incoming, outgoing) => {
      ports.add(incoming.socket.remotePort);
      outgoing.end('{}');
    });
    const upstream = networkUpstream();
    for (const method of ['PATCH', 'PATCH', 'DELETE']) {
      const answer = await upstream(new Request(origin, { method }));
      await textOf(answer);
    }
    expect(ports.size).toBe(3);
  });

  it('reads again where the API has closed a kept connection', async () => {
    const ports: (number | undefined)[] = [];
    const origin = await serve((incoming, outgoing) => {
      // The second request of a connection finds it closed.
      if (ports.includes(incoming.socket.remotePort)) incoming.socket.destroy();
      else outgoing.end('{}');
      ports.push(incoming.socket.remotePort);
    });
    const upstream = networkUpstream();
    for (let reading = 0; reading < 2; reading += 1) {
      const answer = await upstream(new Request(origin));
      expect(await textOf(answer)).toBe('{}');
    }
    expect(ports).toHaveLength(3);
    expect(new Set(ports).size).toBe(2);
  });

  it('follows no redirect', async () => {
    let calls = 0;
    const origin = await serve((_, outgoing) => {
      calls += 1;
      outgoing.writeHead(301, { Location: '/elsewhere' }).end();
    });
    const answer = await networkUpstream()(new Request(origin, { method: 'POST', body: '{}' }));
    expect([answer.status, calls]).toEqual([301, 1]);
  });

  it('proves that nothing was sent when it cannot be reached', async () => {
    const origin = await serve(() => undefined);
    for (const close of closings.splice(0)) close();
    await expect(networkUpstream()(new Request(origin, { method: 'PATCH' }))).rejects.toBeInstanceOf(
      NotSentError,
    );
  });

  it('proves nothing when the connection breaks after sending', async () => {
    const origin = await serve((incoming) => incoming.socket.destroy());
    await expect(networkUpstream()(new Request(origin, { method: 'PATCH' }))).rejects.not.toBeInstanceOf(
      NotSentError,
    );
  });

  it('fails while its answer is read when that is cut', async () => {
    const origin = await serve((incoming, outgoing) => {
      outgoing.writeHead(200, { 'Content-Length': '100' });
      outgoing.write('{"id"', () => incoming.socket.destroy());
    });
    const answer = await networkUpstream()(new Request(origin));
    await expect(textOf(answer)).rejects.toThrow('aborted');
  });

  it('reads an answer without a body', async () => {
    const origin = await serve((_, outgoing) => outgoing.writeHead(204).end());
    const answer = await networkUpstream()(new Request(origin, { method: 'DELETE' }));
    expect([answer.status, await textOf(answer)]).toEqual([204, '']);
  });
});
