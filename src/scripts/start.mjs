/* `npm start`: builds when needed, then runs the built gateway in this process. */
import './prepare.mjs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { buildIfNeeded, root } from './build-if-needed.mjs';

if (buildIfNeeded()) await import(pathToFileURL(join(root, 'dist/server/main.js')).href);
else {
  console.error('Orderdesk could not be built; see the reason above.');
  process.exitCode = 1;
}
