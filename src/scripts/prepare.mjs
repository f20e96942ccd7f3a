/*
 * The first import of every script. It checks Node, then installs the packages when they are absent or of another lock
 * file, system or Node. It uses Node's own modules only, because nothing may be installed yet. It is an import because
 * npm runs no "pre" scripts under `ignore-scripts`.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// An old Node has no import.meta.dirname, and must reach the message below.
const root = fileURLToPath(new URL('../..', import.meta.url));
const stampFile = join(root, 'node_modules/.orderdesk-installed');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Orderdesk needs Node 20.19 or newer; this is Node ${process.versions.node}. See https://nodejs.org`);
}

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update([process.platform, process.arch, process.versions.modules].join(' '))
  .digest('hex');

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== wanted) {
  console.log('Installing the packages (once, about a minute) …');
  install();
  writeFileSync(stampFile, wanted);
}

function install() {
  // The npm that runs this script, or the one on the path. The build needs the development packages too.
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) fail('The packages could not be installed; npm says above why.');
}

function fail(words) {
  console.error(words);
  process.exit(1);
}
