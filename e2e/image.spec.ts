import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';

/*
 * Runs the last stage of the Dockerfile without a container: the copied files alone in a read-only folder, with its
 * command, its environment and, where the tests run as root, its user.
 */

interface Image {
  /** The files that the last stage copies from the build stage. */
  readonly copies: readonly (readonly [from: string, to: string])[];
  readonly env: Readonly<Record<string, string>>;
  readonly user: number;
  readonly stopSignal: NodeJS.Signals;
  readonly check: readonly string[];
  readonly command: readonly string[];
}

async function readImage(): Promise<Image> {
  const file = await readFile('Dockerfile', 'utf8');
  const [, ...lines] = file.slice(file.lastIndexOf('FROM ')).replaceAll('\\\n', ' ').split('\n');
  const after = (pattern: RegExp): string[] =>
    lines.flatMap((line) => (pattern.test(line) ? [line.replace(pattern, '').trim()] : []));
  const words = (line = ''): string[] => line.split(/\s+/);
  const list = (line = '[]'): string[] => {
    const parsed: unknown = JSON.parse(line);
    return Array.isArray(parsed) ? parsed.map(String) : [];
  };
  return {
    copies: after(/^COPY --from=build --chown=root:root /).map((line) => {
      const [from = '', to = ''] = words(line);
      return [from.replace(/^\/desk\//, ''), to];
    }),
    env: Object.fromEntries(words(after(/^ENV /)[0]).map(toEntry)),
    user: Number(after(/^USER /)[0]?.split(':')[0]),
    stopSignal: after(/^STOPSIGNAL /)[0] === 'SIGTERM' ? 'SIGTERM' : 'SIGKILL',
    check: list(after(/^HEALTHCHECK .* CMD /)[0]),
    command: list(after(/^CMD /)[0]),
  };
}

function toEntry(pair: string): readonly [string, string] {
  const [name = '', value = ''] = pair.split('=');
  return [name, value];
}

test('the image runs as a stranger in a read-only folder', async () => {
  const image = await readImage();
  expect(image.copies).toEqual([['dist', './dist']]);
  const folder = await mkdtemp(join(tmpdir(), 'orderdesk-image-'));
  for (const [from, to] of image.copies) await cp(from, join(folder, to), { recursive: true });
  const files = await readdir(folder, { recursive: true });
  for (const path of ['', ...files]) await chmod(join(folder, path), 0o555);

  const asUser = process.getuid?.() === 0 ? { uid: image.user, gid: image.user } : {};
  const run = ([program = '', ...rest]: readonly string[]) =>
    spawn(program === 'node' ? process.execPath : program, [...rest], {
      cwd: folder,
      env: { ...image.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...asUser,
    });
  const gateway = run(image.command);
  const told = text(gateway.stderr);
  const announced: unknown = await once(gateway.stdout, 'data');
  const port = /:(\d+) /.exec(String(announced))?.[1] ?? '';

  const check = run(image.check.map((word) => word.replace(image.env['PORT'] ?? '', port)));
  expect(await once(check, 'exit')).toEqual([0, null]);
  const page = await fetch(`http://127.0.0.1:${port}/lines`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);

  const ended = once(gateway, 'exit');
  gateway.kill(image.stopSignal);
  expect(await ended).toEqual([0, null]);
  expect(await told).toBe('');
  expect(await readdir(folder, { recursive: true })).toEqual(files);
  await chmod(folder, 0o755);
  for (const path of files) await chmod(join(folder, path), 0o755);
  await rm(folder, { recursive: true });
});

test('the build context holds every input of the build', async () => {
  const left = new Set((await readFile('.dockerignore', 'utf8')).trim().split('\n'));
  const read = [
    'package.json',
    'package-lock.json',
    '.npmrc',
    'index.html',
    'vite.config.ts',
    'tsconfig.json',
    'src',
    'public',
  ];
  expect(read.filter((name) => left.has(name))).toEqual([]);
  expect(['node_modules', 'dist', '.git'].filter((name) => !left.has(name))).toEqual([]);
});
