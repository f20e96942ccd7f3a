/*
 * `npm run bench:gateway`: the gateway beside nginx as a plain proxy, before the same upstream, in one run. They take
 * turns. `--rounds=N` of `--seconds=N` each (five of five unless told), `--at-once=N` connections (16).
 * `--soak=MINUTES` sends fifty requests a second to the gateway alone and watches its memory.
 * Both run on this machine, and so do the upstream and whoever asks: the ratio says more than the figures.
 */
import './prepare.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, createServer, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import { announcedAddress } from './announced-address.mjs';
import { buildIfNeeded, root } from './build-if-needed.mjs';

const PATH = '/api/v1/product_order_item/?page=1&page_size=50';
const SOAK_PER_SECOND = 50;

if (!isMainThread) answerAsTheApi();
else if (buildIfNeeded()) await bench();
else process.exitCode = 1;

async function bench() {
  const api = new Worker(new URL(import.meta.url));
  const [apiPort] = await once(api, 'message');
  const gateway = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
    env: {
      PORT: '0',
      ORDER_API_URL: `http://127.0.0.1:${apiPort}`,
      ORDER_API_AUTH: 'none',
      LOG_REQUESTS: 'no',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const gatewayPort = Number(new URL(await announcedAddress(gateway)).port);
    const soak = numberOf('soak', 0);
    if (soak > 0) await soakGateway(gateway.pid, gatewayPort, soak);
    else await compare(apiPort, gatewayPort);
  } finally {
    gateway.kill();
    await api.terminate();
  }
}

/** Fifty lines, about as large as the real ones. */
function answerAsTheApi() {
  const row = {
    id: 'x'.repeat(36),
    state: 'created',
    customer_order_name: 'A line of a customer',
    enni: 'ENNI_1',
    reference: 'y'.repeat(200),
  };
  const body = Buffer.from(
    JSON.stringify({
      count: 2000,
      next: null,
      previous: null,
      results: Array.from({ length: 50 }, () => row),
    }),
  );
  const server = createServer((_, response) => {
    response
      .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.byteLength })
      .end(body);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    parentPort.postMessage(server.address().port);
  });
}

async function compare(apiPort, gatewayPort) {
  const nginx = await startNginx(apiPort);
  const rounds = numberOf('rounds', 5);
  const seconds = numberOf('seconds', 5);
  const atOnce = numberOf('at-once', 16);
  const results = { gateway: [], nginx: [] };
  try {
    await load(gatewayPort, 1, atOnce);
    await load(nginx.port, 1, atOnce);
    for (let round = 0; round < rounds; round += 1) {
      results.gateway.push(await load(gatewayPort, seconds, atOnce));
      results.nginx.push(await load(nginx.port, seconds, atOnce));
    }
  } finally {
    nginx.stop();
  }
  console.log(`${rounds} rounds of ${seconds} s, ${atOnce} connections, medians of the rounds\n`);
  console.log('|  | gateway | nginx | ratio |\n| --- | --- | --- | --- |');
  for (const [name, unit] of [
    ['perSecond', 'requests/s'],
    ['p50', 'p50 ms'],
    ['p99', 'p99 ms'],
    ['failed', 'not 200'],
  ]) {
    const [ours, theirs] = [results.gateway, results.nginx].map((each) =>
      median(each.map((result) => result[name])),
    );
    console.log(
      `| ${unit} | ${ours.toFixed(1)} | ${theirs.toFixed(1)} | ${theirs === 0 ? '–' : (ours / theirs).toFixed(2)} |`,
    );
  }
}

/** As many requests as come back, over so many connections. */
async function load(port, seconds, atOnce) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times = [];
  let failed = 0;
  const end = performance.now() + seconds * 1000;
  const ask = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      if ((await statusOf(agent, port)) !== 200) failed += 1;
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  agent.destroy();
  times.sort((one, other) => one - other);
  const at = (part) => times[Math.floor(times.length * part)] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), failed };
}

function statusOf(agent, port) {
  return new Promise((resolve) => {
    const request = get({
      port,
      host: '127.0.0.1',
      path: PATH,
      agent,
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    request.on('error', () => resolve(0));
    request.on('response', (response) => {
      response.on('error', () => resolve(0));
      response.on('end', () => resolve(response.statusCode));
      response.resume();
    });
  });
}

async function startNginx(apiPort) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-nginx-'));
  const port = await freePort();
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log crit;
events { worker_connections 1024; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  upstream api { server 127.0.0.1:${apiPort}; keepalive 64; }
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass http://api; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_buffers 16 16k; }
  }
}`,
  );
  const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  nginx.on('error', () => {
    console.error('bench:gateway needs nginx beside it: apt-get install nginx-light');
    process.exit(1);
  });
  const agent = new Agent();
  for (let tries = 0; tries < 50 && (await statusOf(agent, port)) !== 200; tries += 1) await sleep(100);
  return { port, stop: () => nginx.kill() };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function soakGateway(pid, port, minutes) {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const memory = [];
  const slow = [];
  let sent = 0;
  let failed = 0;
  const askOnce = async () => {
    const asked = performance.now();
    if ((await statusOf(agent, port)) !== 200) failed += 1;
    slow.push(performance.now() - asked);
  };
  const start = performance.now();
  while (performance.now() - start < minutes * 60_000) {
    const due = Math.floor(((performance.now() - start) / 1000) * SOAK_PER_SECOND);
    for (; sent < due; sent += 1) {
      void askOnce();
    }
    if (memory.length < (performance.now() - start) / 10_000) {
      memory.push(residentKilobytes(pid));
      console.error(
        `${Math.round((performance.now() - start) / 1000)} s: ${sent} sent, ${failed} failed, ${memory.at(-1)} KB`,
      );
    }
    await sleep(20);
  }
  slow.sort((one, other) => one - other);
  // The first minute is start-up.
  const settled = memory.slice(6);
  const half = Math.floor(settled.length / 2);
  const [first, second] = [median(settled.slice(0, half)), median(settled.slice(half))];
  console.log(
    `${sent} requests in ${minutes} minutes, ${failed} failed, p99 ${(slow[Math.floor(slow.length * 0.99)] ?? 0).toFixed(1)} ms`,
  );
  console.log(
    `memory: ${first} KB in the first half, ${second} KB in the second (${((second / first - 1) * 100).toFixed(1)} %), most ${Math.max(...memory)} KB`,
  );
}

function residentKilobytes(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}

function numberOf(name, otherwise) {
  const given = process.argv.map((argument) => argument.match(`^--${name}=(\\d+)$`)?.[1]).find(Boolean);
  return given ? Number(given) : otherwise;
}

function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
