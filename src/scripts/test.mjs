/*
 * `npm test`: every check, the quick ones first, each with its time. All run even when one fails, but for those that
 * need a failed build. With `--long`, the long trials alone, whole. With CI set, a drawn tenth of the browser tests
 * runs again in the other kinds of Chromium. A missing Redis is then a failure where it can be installed. The last line
 * counts the tests.
 */
import './prepare.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildIfNeeded, root } from './build-if-needed.mjs';
import { chromiumName, findChromium, findOtherKinds } from './find-chromium.mjs';
import { findRedis } from './find-redis.mjs';
import { isRoot } from './install-with-apt.mjs';

const modules = join(root, 'node_modules');
const results = join(root, 'test-results');
const UNIT_RESULTS = join(results, 'unit.json');

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
const PLAYWRIGHT = '@playwright/test/cli.js';

const isLong = process.argv.includes('--long');
const isCi = Boolean(process.env['CI']);
/** The seed of both runners and of the drawn tenth. */
const seed = process.env['TEST_SEED'] ?? String(randomInt(1_000_000));
const env = { ...process.env, TEST_SEED: seed, ...(isLong ? { LONG: '1' } : {}) };
/** The files of the long trials: a text for Vitest, a pattern for Playwright. */
const unitFiles = isLong ? ['.long.'] : [];
const e2eFiles = isLong ? [String.raw`\.long\.`] : [];

let passed = 0;
let failed = 0;

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
console.log(`Seed: ${seed} (TEST_SEED=${seed} repeats what is drawn)`);

if (!isLong) {
  await Promise.all([inTurn([TYPES, FORMAT]), inTurn([LINT, UNUSED])]);
  await step('lock file', () => run(join(import.meta.dirname, 'lock-check.mjs'), []));
}
takeRedis();
await countedStep([...UNIT, ...unitFiles, '--passWithNoTests'], UNIT_RESULTS, readVitest);
if (await step('build', () => ({ ok: buildIfNeeded(), output: '' }))) {
  if (!isLong) {
    await step('bundle budget', () => run(join(import.meta.dirname, 'bundle-budget.mjs'), []), {
      show: true,
    });
  }
  await browserTests();
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function takeRedis() {
  const redis = findRedis();
  if (redis !== null) {
    env.REDIS_SERVER = redis;
    return;
  }
  console.log(
    'No Redis or Valkey: the tests with one do not run. Install redis-server, or name one: REDIS_SERVER=/path',
  );
  if (isCi && isRoot()) failed += 1;
}

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
  await browserRun('browser tests', chromium, e2eFiles);
  if (isLong || !isCi) return;
  const list = join(results, 'drawn-tests.txt');
  writeFileSync(list, drawnTenth().join('\n'));
  for (const other of await findOtherKinds(chromium)) {
    await browserRun('a tenth of the browser tests', other, ['--test-list', list]);
  }
}

async function browserRun(name, chromium, args) {
  const output = join(results, `e2e-${basename(chromium) || 'own'}`);
  const result = `${output}.json`;
  console.log(`\nBrowser: ${chromiumName(chromium)}`);
  await countedStep([name, PLAYWRIGHT, 'test', ...args, '--output', output], result, readPlaywright, {
    CHROMIUM_PATH: chromium,
    E2E_RESULTS: result,
  });
}

/** Each test has the same chance, and the seed alone decides. */
function drawnTenth() {
  const args = [join(modules, PLAYWRIGHT), 'test', '--list'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  const tests = stdout.split('\n').filter((line) => line.includes(' › '));
  const lot = (line) => createHash('sha256').update(`${seed}\0${line}`).digest('hex');
  return tests
    .toSorted((one, other) => (lot(one) < lot(other) ? -1 : 1))
    .slice(0, Math.ceil(tests.length / 10));
}

async function inTurn(tools) {
  for (const [name, tool, ...args] of tools) await step(name, () => run(join(modules, tool), args));
}

/** Runs a step and prints its result; its output is shown when it failed. */
async function step(name, work, { show = false } = {}) {
  const start = performance.now();
  const { ok, output } = await work();
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds(start)})`);
  if (output && (show || !ok)) console.log(output.trimEnd());
  if (!ok) failed += 1;
  return ok;
}

/** Runs a step whose tests are counted one by one. A step that fails without a failed test counts as one. */
async function countedStep([name, tool, ...args], resultFile, read, more = {}) {
  const start = performance.now();
  console.log(`\n${name} …`);
  const { ok } = await run(join(modules, tool), args, { env: { ...env, ...more }, stdio: 'inherit' });
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

/** A test that passed at its second try only is named: it needs a mend. */
function readPlaywright({ stats, suites }) {
  if (stats.flaky > 0) console.log(`\nPassed at a second try only:\n${flakyTests(suites).join('\n')}`);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

function flakyTests(suites) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...flakyTests(inner),
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ file, line, title }) => `  ${file}:${line} › ${title}`),
  ]);
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
