import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';

/*
 * The build names folders and packages. So the screens, the gateway's preloads and the byte budget survive the renaming of
 * a file.
 */

const PROJECT = ['src', 'public', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts'];
/** Draw the first rows, the editor and a part that loads later. */
const RENAMED = ['LinesPage', 'LineForm', 'ExportLines', 'line-table'];

const copy = mkdtempSync(join(tmpdir(), 'orderdesk-copy-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function sourceFiles(): string[] {
  return readdirSync(join(copy, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function renameEverywhere(name: string): void {
  for (const file of sourceFiles()) {
    const code = readFileSync(file, 'utf8');
    const renamed = code.replaceAll(`/${name}'`, `/${name}Renamed'`);
    if (renamed !== code) writeFileSync(file, renamed);
    if (/[\\/]([\w-]+)\.tsx?$/.exec(file)?.[1] === name)
      renameSync(file, file.replace(/(\.tsx?)$/, 'Renamed$1'));
  }
}

/** A build as `npm run build` makes it: the test's own environment would build React for development. */
const env = { ...process.env, NODE_ENV: 'production' };
const run = promisify(execFile);

it('a renamed file changes no chunk, screen or budget', { timeout: 120_000 }, async () => {
  for (const part of PROJECT) cpSync(part, join(copy, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'dir');
  for (const name of RENAMED) renameEverywhere(name);
  await run(process.execPath, [resolve('node_modules/vite/bin/vite.js'), 'build'], { cwd: copy, env });
  const { stdout } = await run(process.execPath, [join(copy, 'src/scripts/bundle-budget.mjs')], {
    cwd: copy,
  });
  expect(stdout).toMatch(/the first rows of \/lines: \d+ bytes/);
  const screens = readFileSync(join(copy, 'dist/client/.vite/screens.json'), 'utf8');
  expect(screens).toMatch(/"lines": \{\s+"fr": \[[^\]]*\/assets\/lists-/);
});

it('the build names no file of src but its entries', () => {
  const config = readFileSync('vite.config.ts', 'utf8');
  const named = [...config.matchAll(/src\/[\w/-]+/g)].map(([path]) => path);
  expect([...new Set(named)].toSorted()).toEqual([
    'src/domain/routes/routes',
    'src/gateway/in-process',
    'src/gateway/main',
    'src/mock-api/create-mock-api',
  ]);
});
