import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { root } from './build-if-needed.mjs';
import { installWithApt } from './install-with-apt.mjs';

/** The commands of one kind are the same browser. */
const ON_THE_PATH = [
  ['chromium-headless-shell'],
  ['chromium', 'chromium-browser'],
  ['google-chrome', 'google-chrome-stable'],
  ['microsoft-edge'],
];
const ON_MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
/** Playwright's own browser: no path is named. */
const OWN = '';

/**
 * Finds a Chromium that starts, installing one when there is none. Gives its path, '' for Playwright's own, or null when
 * there is none to be had.
 */
export async function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (await starts(named)) return named;
    console.error(`CHROMIUM_PATH names ${named}, which does not start; looking for another.`);
  }
  return (
    (await firstThatStarts([OWN, ...installed()])) ??
    (installWithApt('chromium-headless-shell') ? await firstThatStarts(installed()) : null) ??
    (installWithPlaywright() ? await firstThatStarts([OWN]) : null)
  );
}

/** The other kinds of Chromium on this machine that start; a full one is installed as root on Debian. */
export async function findOtherKinds(first) {
  const kinds = () =>
    [OWN, ...installed()].filter((path) => path !== first && basename(path) !== basename(first));
  if (!kinds().some(isFull) && !isFull(first)) installWithApt('chromium');
  const found = [];
  for (const path of kinds()) if (await starts(path)) found.push(path);
  return found;
}

/** How a Chromium is called in the output. */
export function chromiumName(path) {
  return path || "Playwright's own";
}

const isFull = (path) => path !== OWN && !path.includes('headless-shell');

/** One path for each kind. */
function installed() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = ON_THE_PATH.map((names) =>
    names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path)),
  );
  return [...onPath.filter(Boolean), ...ON_MAC.filter((path) => existsSync(path))];
}

async function firstThatStarts(candidates) {
  for (const candidate of candidates) {
    if (await starts(candidate)) return candidate;
  }
  return null;
}

/** A wrapper can be there without its browser, or a library be missing: only a start shows it. */
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

function installWithPlaywright() {
  console.log('No Chromium found; asking Playwright for its own …');
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const args = [cli, 'install', '--only-shell', 'chromium'];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore', timeout: 600_000 }).status === 0;
}
