/* The JavaScript of each first screen, in exact bytes of the transfer, so that every change shows at once. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build-if-needed.mjs';

const client = join(root, 'dist/client');
const { screens, views } = JSON.parse(readFileSync(join(client, '.vite/screens.json'), 'utf8'));

const BUDGETS = [
  { what: 'the first rows of /lines', route: 'lines', most: 130_000 },
  { what: 'the editor of /lines/{id}', route: 'line', view: 'editor', most: 170_000 },
  { what: 'the facts of /lines/{id}', route: 'line', view: 'details', most: 150_000 },
];

for (const { what, route, view, most } of BUDGETS) {
  const files = [...new Set([...screens[route].fr, ...(view ? views[view] : [])])];
  const bytes = files.reduce((sum, file) => sum + bytesOnTheWire(file), 0);
  console.log(`${what}: ${bytes} bytes of JavaScript in ${files.length} files, of ${most} at most`);
  if (bytes > most) process.exitCode = 1;
}

function bytesOnTheWire(file) {
  const compressed = join(client, `${file}.br`);
  return statSync(existsSync(compressed) ? compressed : join(client, file)).size;
}
