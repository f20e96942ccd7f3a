/*
 * `npm test`: every check there is, the quick ones first, each with its time. All run even when one fails, but for
 * those that need a build which does not stand. The last line counts the tests.
 */
import './prepare.mjs';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded, root } from './build-if-needed.mjs';
import { findChromium } from './find-chromium.mjs';

const modules = join(root, 'node_modules');
const results = join(root, 'test-results');
const UNIT_RESULTS = join(results, 'unit.json');
const E2E_RESULTS = join(results, 'e2e.json');

const TYPES = ['types', 'typescript/bin/tsc', '-p', '.'];
const LINT = ['lint', 'oxlint/bin/oxlint', '--type-aware', '--deny-warnings'];
const FORMAT = ['format', 'oxfmt/bin/oxfmt', '--check'];
const UNUSED = ['unused code', 'knip/bin/knip.js'];
const UNIT = [
  'unit tests',
  'vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${UNIT_RESULTS}`,
];
const E2E = ['browser tests', '@playwright/test/cli.js', 'test'];

let passed = 0;
let failed = 0;

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

await Promise.all([inTurn([TYPES, FORMAT]), inTurn([LINT, UNUSED])]);
await step('lock file', () => run(join(import.meta.dirname, 'lock-check.mjs'), []));
await countedStep(UNIT, UNIT_RESULTS, readVitest);
if (await step('build', () => ({ ok: buildIfNeeded(), output: '' }))) {
  await step('bundle budget', () => run(join(import.meta.dirname, 'bundle-budget.mjs'), []), { show: true });
  await browserTests();
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function browserTests() {
  const chromium = await findChromium();
  if (chromium === null) {
    failed += 1;
    console.error(
      'The browser tests need a Chromium, and none could be found or installed. Install Chromium or Chrome, ' +
        'or name one: CHROMIUM_PATH=/path/to/chromium npm test',
    );
    return;
  }
  console.log(`Browser: ${chromium || "Playwright's own"}`);
  await countedStep(E2E, E2E_RESULTS, readPlaywright, { ...process.env, CHROMIUM_PATH: chromium });
}

async function inTurn(tools) {
  for (const [name, tool, ...args] of tools) await step(name, () => run(join(modules, tool), args));
}

/** Runs a step and says how it went; its output is shown when it failed. */
async function step(name, work, { show = false } = {}) {
  const start = performance.now();
  const { ok, output } = await work();
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds(start)})`);
  if (output && (show || !ok)) console.log(output.trimEnd());
  if (!ok) failed += 1;
  return ok;
}

/** Runs a step whose tests are counted one by one; one that fails without a failed test counts as one. */
async function countedStep([name, tool, ...args], resultFile, read, env = process.env) {
  const start = performance.now();
  console.log(`\n${name} …`);
  const { ok } = await run(join(modules, tool), args, { env, stdio: 'inherit' });
  const counts = readCounts(resultFile, read);
  passed += counts.passed;
  failed += ok ? counts.failed : Math.max(counts.failed, 1);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds(start)})`);
}

function readCounts(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

function readVitest({ numPassedTests, numFailedTests }) {
  return { passed: numPassedTests, failed: numFailedTests };
}

/** A test that passed at a second try only has not passed. */
function readPlaywright({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

function run(script, args, { env = process.env, stdio = ['ignore', 'pipe', 'pipe'] } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, env, stdio });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
