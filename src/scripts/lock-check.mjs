/*
 * Checks package-lock.json: every package has its hash, none runs an install script, and it lists the packages of every
 * platform. npm silently leaves out a platform's package that the registry does not have yet. Then that platform has no
 * linter.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build-if-needed.mjs';

/** For macOS only. .npmrc has ignore-scripts, so it never runs. */
const KNOWN_SCRIPTS = ['fsevents'];

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const problems = Object.entries(packages).flatMap(([path, entry]) =>
  path === '' ? [] : problemsOf(path, entry),
);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

function problemsOf(path, entry) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const missing = Object.keys(entry.optionalDependencies ?? {}).filter(
    (optional) =>
      !(`node_modules/${optional}` in packages) && !(`${path}/node_modules/${optional}` in packages),
  );
  return [
    ...(entry.integrity?.startsWith('sha512-') ? [] : [`${path} has no sha512 integrity`]),
    ...(entry.hasInstallScript && !KNOWN_SCRIPTS.includes(name)
      ? [`${path} runs a script when installed`]
      : []),
    ...missing.map((optional) => `${path} names ${optional}, which is not in the lock file`),
  ];
}
