/*
 * `npm run bench`: compares the lists with one hand-written page, and with a bare app on the same libraries, which do the
 * same work over the same 100,000 lines.
 * `--rounds=N` (by default nine), `--quick` for two. Prints a table, and writes test-results/bench.md and bench.json.
 * `--limit` only serves the hand-written page.
 */
import './prepare.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawn } from 'node:child_process';
import { printedUrl } from './printed-url.mjs';
import { buildIfNeeded, root } from './build-if-needed.mjs';
import { findChromium } from './find-chromium.mjs';

const LINES = 100_000;
const results = join(root, 'test-results');
/** The bench's own bundle; never in dist. */
const bundle = join(results, 'bench');
const bare = join(results, 'bench-bare');

await buildBench();
await buildBareApp();
if (process.argv.includes('--limit')) serveCompared(process.env['PORT'] ?? '8090', 'inherit');
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
  const bareApp = serveCompared('0', 'pipe', { BARE: bare });
  const limit = serveCompared('0', 'pipe');
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
    const urls = {
      app: new URL('/lines', await printedUrl(app)).href,
      bare: await printedUrl(bareApp),
      limit: await printedUrl(limit),
    };
    const rounds = roundsWanted();
    const { table, ...details } = await runBench(browser, urls, rounds, console.error);
    const setting =
      `${rounds} rounds, medians (quartiles), ${LINES.toLocaleString('en')} lines, ` +
      `Chromium ${browser.version()}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`;
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, 'bench.md'), `${table}\n\n${setting}\n`);
    writeFileSync(join(results, 'bench.json'), `${JSON.stringify({ setting, ...details }, null, 2)}\n`);
    console.log(`\n${table}\n\n${setting}`);
  } finally {
    await browser.close();
    for (const server of [app, bareApp, limit]) server.kill();
  }
}

function roundsWanted() {
  const given = process.argv.map((argument) => /^--rounds=(\d+)$/.exec(argument)?.[1]).find(Boolean);
  return given ? Math.max(1, Number(given)) : process.argv.includes('--quick') ? 2 : 9;
}

/** Bundles the bench as the gateway is bundled, so that both mocks run the same code. */
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
          'comparison-page-server': join(root, 'src/bench/comparison-page-server.ts'),
        },
      },
    },
  });
}

/** The same libraries as the app's, built as an app is. */
async function buildBareApp() {
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  await build({
    configFile: false,
    root: join(root, 'src/bench/bare'),
    logLevel: 'warn',
    plugins: [react()],
    resolve: { alias: { '~': join(root, 'src') } },
    build: {
      outDir: bare,
      emptyOutDir: true,
      rolldownOptions: { input: join(root, 'src/bench/bare/bare.html') },
    },
  });
}

function serveCompared(port, output, more = {}) {
  return serve(join(bundle, 'comparison-page-server.js'), port, output, more);
}

function serve(script, port, output, more = {}) {
  return spawn(process.execPath, [script], {
    env: { ...process.env, PORT: port, HOST: '127.0.0.1', SANDBOX_LINES: String(LINES), ...more },
    stdio: ['ignore', output, 'inherit'],
  });
}
