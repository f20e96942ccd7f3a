/* The JavaScript that a first screen needs, as it goes over the wire: exact bytes, so a change is seen at once. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build-if-needed.mjs';

const client = join(root, 'dist/client');
const manifest = JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8'));

const FIRST = ['index.html', 'src/i18n/fr.ts'];
const BUDGETS = [
  {
    what: 'the first rows of /lines',
    modules: [...FIRST, 'src/features/order-lines/LinesPage.tsx'],
    most: 120_000,
  },
  {
    what: 'the editor of /lines/{id}',
    modules: [...FIRST, 'src/i18n/fr-work.ts', 'src/features/order-lines/LinePage.tsx'],
    most: 150_000,
  },
];

for (const { what, modules, most } of BUDGETS) {
  const files = filesOf(modules);
  const bytes = files.reduce((sum, file) => sum + bytesOnTheWire(file), 0);
  console.log(`${what}: ${bytes} bytes of JavaScript in ${files.length} files, of ${most} at most`);
  if (bytes > most) process.exitCode = 1;
}

function filesOf(modules) {
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    // A screen that is no chunk of its own would go uncounted.
    if (!(key in manifest)) throw new Error(`The build has no chunk ${key}`);
    seen.add(key);
    for (const next of manifest[key].imports ?? []) visit(next);
  };
  for (const module of modules) visit(module);
  return [...seen].map((key) => manifest[key].file);
}

function bytesOnTheWire(file) {
  const compressed = join(client, `${file}.br`);
  return statSync(existsSync(compressed) ? compressed : join(client, file)).size;
}
