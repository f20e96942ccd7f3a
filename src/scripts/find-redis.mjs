import { spawnSync } from 'node:child_process';
import { installWithApt } from './install-with-apt.mjs';

/** Finds a Redis or Valkey, installing one as root on Debian. Gives its command, or null when there is none to be had. */
export function findRedis() {
  return installed() ?? (installWithApt('redis-server') ? installed() : null);
}

function installed() {
  const named = process.env['REDIS_SERVER'];
  const candidates = named ? [named] : ['redis-server', 'valkey-server'];
  return candidates.find((path) => spawnSync(path, ['--version']).status === 0) ?? null;
}
