/*
 * `npm run bench:gateway`: the gateway beside nginx as a plain proxy, before the same upstream, in one run. They take
 * turns, with readings of a list and a line, created lines and saved lines. `--rounds=N` of `--seconds=N` each (by default
 * five of five), `--at-once=N` connections (16).
 * `--before=FOLDER` compares with the built gateway of an earlier commit instead of nginx. Its page read a line before it
 * saved it, so a save is a GET and a PATCH there.
 * `--soak=MINUTES` sends fifty requests a second to the gateway alone and watches its memory.
 * Both run on this machine beside the upstream and the load, so the ratio says more than the figures.
 */
import './prepare.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { Agent, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import { runnerImport } from 'vite';
import { printedUrl } from './printed-url.mjs';
import { buildIfNeeded, root } from './build-if-needed.mjs';
import { LIST, loadGateway, median, soakGateway, statusOf } from './gateway-load.mjs';

/** A line of about the real size. */
const LINE = {
  id: 'l'.repeat(36),
  state: 'created',
  enni: 'ENNI_1',
  related_contact_information: [{ city: 'Rouen', street_name: 'Rue de la République' }],
  note: 'n'.repeat(900),
};

if (!isMainThread) answerAsTheApi();
else if (buildIfNeeded()) await bench();
else process.exitCode = 1;

async function bench() {
  const api = new Worker(new URL(import.meta.url));
  const [apiPort] = await once(api, 'message');
  try {
    const soak = numberOf('soak', 0);
    if (soak > 0) {
      const gateway = await startGateway(root, apiPort);
      await soakGateway(gateway.pid, gateway.port, soak);
      gateway.stop();
    } else await compare(apiPort);
  } finally {
    await api.terminate();
  }
}

/** Starts the built gateway of a folder, with a state of its own. */
async function startGateway(folder, apiPort) {
  const gateway = spawn(process.execPath, [join(folder, 'dist/server/main.js')], {
    cwd: folder,
    env: {
      PORT: '0',
      ORDER_API_URL: `http://127.0.0.1:${apiPort}`,
      ORDER_API_AUTH: 'none',
      STATE_DIR: mkdtempSync(join(tmpdir(), 'orderdesk-state-')),
      LOG_REQUESTS: 'no',
      TRUSTED_PROXIES: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = Number(new URL(await printedUrl(gateway)).port);
  return { port, pid: gateway.pid, stop: () => gateway.kill() };
}

/** Answers fifty lines of about the real size. */
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
  const line = Buffer.from(JSON.stringify(LINE));
  const server = createServer((request, response) => {
    request.resume();
    const [status, answer] =
      request.method === 'POST' ? [201, line] : [200, request.url === LIST ? body : line];
    response
      .writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': answer.byteLength })
      .end(answer);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    parentPort.postMessage(server.address().port);
  });
}

async function compare(apiPort) {
  const before = textOf('before');
  const rounds = numberOf('rounds', 5);
  const seconds = numberOf('seconds', 5);
  const atOnce = numberOf('at-once', 16);
  const other = before === undefined ? 'nginx' : 'before';
  console.log(`${rounds} rounds of ${seconds} s, ${atOnce} connections, medians of the rounds`);
  for (const [name, requestsOf] of Object.entries(await kindsOfRequests())) {
    // Each kind begins with processes of its own: what they keep of the writes of another is no part of it.
    const gateways = {
      gateway: await startGateway(root, apiPort),
      [other]: before === undefined ? await startNginx(apiPort) : await startGateway(before, apiPort),
    };
    const load = {};
    for (const [side, gateway] of Object.entries(gateways)) {
      const next = requestsOf(side === 'before', await epochOf(gateways[side], gateways.gateway));
      load[side] = (duration) => loadGateway(gateway, duration, atOnce, next);
      await load[side](1);
    }
    const results = { gateway: [], [other]: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const side of Object.keys(gateways)) results[side].push(await load[side](seconds));
    }
    for (const gateway of Object.values(gateways)) gateway.stop();
    printTable(name, results, other);
  }
}

function printTable(name, results, other) {
  console.log(`\n| ${name} | gateway | ${other} | ratio |\n| --- | --- | --- | --- |`);
  for (const [key, unit] of [
    ['perSecond', 'per second'],
    ['cpu', 'CPU time ms'],
    ['p50', 'p50 ms'],
    ['p99', 'p99 ms'],
    ['failed', 'not 2xx'],
  ]) {
    const [ours, theirs] = [results.gateway, results[other]].map((each) =>
      median(each.map((result) => result[key])),
    );
    console.log(
      `| ${unit} | ${ours.toFixed(2)} | ${theirs.toFixed(2)} | ${theirs === 0 ? '–' : (ours / theirs).toFixed(2)} |`,
    );
  }
}

/** What begins the keys that a gateway accepts; nginx passes any on. */
async function epochOf({ port, isPlain }, gateway) {
  const asked = isPlain ? gateway.port : port;
  const answer = await fetch(`http://127.0.0.1:${asked}/auth/session`, { headers: { 'X-OT': '1' } });
  const { epoch, boot, bootId } = await answer.json();
  return epoch ?? boot ?? bootId;
}

/**
 * For each kind, a function of the gateway and of the epoch of its keys. It gives the next requests of a connection, which
 * are one act of the page. Each connection writes on a cart of its own.
 */
async function kindsOfRequests() {
  const inSource = { resolve: { tsconfigPaths: true } };
  const [{ module: contract }, { module: domain }] = await Promise.all([
    runnerImport(join(root, 'src/contract/order-line.ts'), inSource),
    runnerImport(join(root, 'src/domain/lines/line-fingerprint.ts'), inSource),
  ]);
  const base = await domain.lineFingerprint(contract.readOrderLine(LINE));
  const body = JSON.stringify({ note: 'n'.repeat(900) });
  const line = { method: 'GET', path: `/api/v1/product_order_item/${LINE.id}/` };
  const cartLines = (connection) => `/api/v1/product_order/cart-${connection}/product_order_item`;
  let writes = 0;
  const write = (isBefore, epoch, method, path) => {
    const key = `${epoch}.${Date.now()}.${randomBytes(16).toString('base64url')}`;
    const headers = {
      'Content-Type': 'application/json',
      ...(isBefore ? { 'X-OT-Attempt': key } : { 'Idempotency-Key': key, 'X-OT-Base': base }),
      // A person for each thousand writes, below the quota of keys of a person.
      'X-Forwarded-For': `10.0.0.${Math.floor((writes += 1) / 1000)}`,
    };
    return { method, path, headers, body };
  };
  return {
    'a list': () => () => [{ method: 'GET', path: LIST }],
    'a line': () => () => [line],
    'a created line': (isBefore, epoch) => (connection) => [
      write(isBefore, epoch, 'POST', cartLines(connection)),
    ],
    'a save as the page makes it (PATCH; before: GET and PATCH)': (isBefore, epoch) => (connection) => [
      ...(isBefore ? [line] : []),
      write(isBefore, epoch, 'PATCH', `${cartLines(connection)}/${LINE.id}`),
    ],
  };
}

async function startNginx(apiPort) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-nginx-'));
  const port = await freePort();
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log crit;
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
  return { port, pid: nginx.pid, isPlain: true, stop: () => nginx.kill() };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function numberOf(name, otherwise) {
  return Number(textOf(name) ?? otherwise);
}

function textOf(name) {
  return process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
}
