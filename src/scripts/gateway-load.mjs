/* What `npm run bench:gateway` sends to a gateway and measures of it. */
import { readFileSync } from 'node:fs';
import { Agent, request as requestHttp } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** The path of a page of the list of lines. */
export const LIST = '/api/v1/product_order_item/?page=1&page_size=50';
const SOAK_PER_SECOND = 50;

/** Makes acts over some connections, each after the answers of the one before. */
export async function loadGateway({ port, pid }, seconds, atOnce, next) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times = [];
  let failed = 0;
  const cpuBefore = cpuMilliseconds(pid);
  const end = performance.now() + seconds * 1000;
  const ask = async (connection) => {
    while (performance.now() < end) {
      const start = performance.now();
      for (const request of next(connection)) {
        const status = await statusOf(agent, port, request);
        if (status < 200 || status > 299) failed += 1;
      }
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, connection) => ask(connection)));
  const cpu = (cpuMilliseconds(pid) - cpuBefore) / times.length;
  agent.destroy();
  times.sort((one, other) => one - other);
  const at = (part) => times[Math.floor(times.length * part)] ?? 0;
  return { perSecond: times.length / seconds, cpu, p50: at(0.5), p99: at(0.99), failed };
}

/** What a process has used of the processor, in milliseconds. A tick is ten of them. */
function cpuMilliseconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** The status of an answer; 0 without one. */
export function statusOf(agent, port, { method, path, headers = {}, body } = { method: 'GET', path: LIST }) {
  return new Promise((resolve) => {
    const request = requestHttp({
      port,
      host: '127.0.0.1',
      method,
      path,
      agent,
      headers: { 'X-OT': '1', 'Sec-Fetch-Site': 'same-origin', ...headers },
    });
    request.on('error', () => resolve(0));
    request.on('response', (response) => {
      response.on('error', () => resolve(0));
      response.on('end', () => resolve(response.statusCode));
      response.resume();
    });
    request.end(body);
  });
}

/** Asks a gateway for a list for some minutes, and tells how its memory fares. */
export async function soakGateway(pid, port, minutes) {
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

/** The middle one of numbers; 0 of none. */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
