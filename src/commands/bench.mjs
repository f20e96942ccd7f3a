/*
 * `npm run bench`: how fast the lists are beside one hand-written page that does the same work over the same 100,000
 * lines. `--rounds=N` (nine unless told), `--quick` for two. Prints a table; test-results/bench.md and bench.json keep it.
 * `--limit` only serves the hand-written page, to look at it.
 */
import './prepare.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawn } from 'node:child_process';
import { announcedAddress } from './announced-address.mjs';
import { buildIfNeeded, root } from './build-if-needed.mjs';
import { findChromium } from './find-chromium.mjs';

const LINES = 100_000;
const results = join(root, 'test-results');
/** The bench's own bundle; never in dist. */
const bundle = join(results, 'bench');

await buildBench();
if (process.argv.includes('--limit')) serveLimit(process.env['PORT'] ?? '8090', 'inherit');
else if (buildIfNeeded()) await bench();
else process.exitCode = 1;

async function bench() {
  const executablePath = await findChromium();
  if (executablePath === null) {
    console.error('The bench needs a Chromium: CHROMIUM_PATH=/path/to/chromium npm run bench');
    process.exitCode = 1;
    return;
  }
  const { chromium } = await import('@playwright/test');
  const { runBench } = await import(pathToFileURL(join(bundle, 'bench.js')).href);
  const app = serve(join(root, 'dist/server/main.js'), '0', 'pipe');
  const limit = serveLimit('0', 'pipe');
  const browser = await chromium.launch({
    executablePath: executablePath || undefined,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  try {
    const addresses = {
      app: new URL('/lines', await announcedAddress(app)).href,
      limit: await announcedAddress(limit),
    };
    const rounds = roundsWanted();
    const { table, ...details } = await runBench(browser, addresses, rounds, console.error);
    const setting =
      `${rounds} rounds, medians (quartiles), ${LINES.toLocaleString('en')} lines, ` +
      `Chromium ${browser.version()}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`;
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, 'bench.md'), `${table}\n\n${setting}\n`);
    writeFileSync(join(results, 'bench.json'), `${JSON.stringify({ setting, ...details }, null, 2)}\n`);
    console.log(`\n${table}\n\n${setting}`);
  } finally {
    await browser.close();
    app.kill();
    limit.kill();
  }
}

function roundsWanted() {
  const given = process.argv.map((argument) => /^--rounds=(\d+)$/.exec(argument)?.[1]).find(Boolean);
  return given ? Math.max(1, Number(given)) : process.argv.includes('--quick') ? 2 : 9;
}

/** The bench is TypeScript, and brings the sandbox's source: bundled as the gateway is, so that both mocks are alike. */
async function buildBench() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    resolve: { tsconfigPaths: true },
    build: {
      ssr: true,
      outDir: bundle,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: {
          bench: join(root, 'src/bench/bench.ts'),
          'limit-server': join(root, 'src/bench/limit-server.ts'),
        },
      },
    },
  });
}

function serveLimit(port, output) {
  return serve(join(bundle, 'limit-server.js'), port, output);
}

function serve(script, port, output) {
  return spawn(process.execPath, [script], {
    env: { ...process.env, PORT: port, HOST: '127.0.0.1', SANDBOX_LINES: String(LINES) },
    stdio: ['ignore', output, 'inherit'],
  });
}
