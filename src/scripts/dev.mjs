/* `npm run dev`: Vite's dev server in this process. `npm run dev -- --port 3000` passes options on. */
import './prepare.mjs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { root } from './build-if-needed.mjs';

await import(pathToFileURL(join(root, 'node_modules/vite/bin/vite.js')).href);
