import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs a package of Debian; false where that is not possible: not Debian, or not as root. */
export function installWithApt(name) {
  if (!isRootOnDebian()) return false;
  console.log(`Installing ${name} with apt …`);
  // Something else may hold apt's lock for a while.
  const wait = ['-o', 'DPkg::Lock::Timeout=120', '-qq'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', [...wait, ...args], { env, stdio: 'ignore', timeout: 600_000 });
  apt('update');
  return apt('install', '-y', '--no-install-recommends', name).status === 0;
}

export function isRoot() {
  return process.getuid?.() === 0;
}

function isRootOnDebian() {
  return isRoot() && existsSync('/etc/debian_version');
}
