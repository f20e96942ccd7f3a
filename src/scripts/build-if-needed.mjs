import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
const stampFile = join(root, 'dist/built-from');
const INPUTS = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/** Builds when the inputs differ from those of the last build. Gives whether there is a build. */
export function buildIfNeeded() {
  const wanted = hashOf(INPUTS.flatMap(filesUnder));
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return true;
  console.log('Building …');
  rmSync(stampFile, { force: true });
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status === 0) writeFileSync(stampFile, wanted);
  return status === 0;
}

function hashOf(files) {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const file of files.toSorted()) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** The files under an input without tests, which no bundle holds. */
function filesUnder(input) {
  const path = join(root, input);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [input];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
