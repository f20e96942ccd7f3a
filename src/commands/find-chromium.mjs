import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './build-if-needed.mjs';

const ON_THE_PATH = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const ON_MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
/** Playwright's own browser: no path is named. */
const OWN = '';

/**
 * Finds a Chromium that really starts, installing one when there is none. Gives its path, '' for Playwright's own, or
 * null when there is none to be had.
 */
export async function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (await starts(named)) return named;
    console.error(`CHROMIUM_PATH names ${named}, which does not start; looking for another.`);
  }
  return (
    (await firstThatStarts([OWN, ...installed()])) ??
    (installWithApt() ? await firstThatStarts(installed()) : null) ??
    (installWithPlaywright() ? await firstThatStarts([OWN]) : null)
  );
}

function installed() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = ON_THE_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...ON_MAC].filter((path) => existsSync(path));
}

async function firstThatStarts(candidates) {
  for (const candidate of candidates) {
    if (await starts(candidate)) return candidate;
  }
  return null;
}

/** A wrapper may be there without its browser, or a library be missing: only starting it tells. */
async function starts(executablePath) {
  const { chromium } = await import('@playwright/test');
  try {
    const browser = await chromium.launch({ timeout: 20_000, ...(executablePath ? { executablePath } : {}) });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log('No Chromium found; installing chromium-headless-shell with apt …');
  // Something else may hold apt's lock for a while.
  const wait = ['-o', 'DPkg::Lock::Timeout=120', '-qq'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', [...wait, ...args], { env, stdio: 'ignore', timeout: 600_000 });
  apt('update');
  return apt('install', '-y', '--no-install-recommends', 'chromium-headless-shell').status === 0;
}

function installWithPlaywright() {
  console.log('No Chromium found; asking Playwright for its own …');
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const args = [cli, 'install', '--only-shell', 'chromium'];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore', timeout: 600_000 }).status === 0;
}
