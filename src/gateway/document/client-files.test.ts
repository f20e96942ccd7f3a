import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readClientBuild } from './client-files';

let folder = '';

async function put(path: string, content: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), content);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'client-build-'));
  await put('index.html', '<html></html>');
  await put('.vite/screens.json', '{"screens":{}}');
});

afterEach(() => rm(folder, { recursive: true }));

describe('a build of the app', () => {
  it('has its files with their compressed forms', async () => {
    await put('favicon.svg', '<svg/>');
    await put('assets/main-1.js', 'main');
    await put('assets/main-1.js.br', 'br');
    await put('assets/main-1.js.gz', 'gz');
    const { files, html } = await readClientBuild(folder);
    expect(html).toBe('<html></html>');
    expect([...files.keys()].toSorted()).toEqual(['/assets/main-1.js', '/favicon.svg']);
    expect(files.get('/assets/main-1.js')).toEqual({
      type: 'text/javascript; charset=utf-8',
      hashed: true,
      plain: new TextEncoder().encode('main'),
      br: new TextEncoder().encode('br'),
      gzip: new TextEncoder().encode('gz'),
    });
    expect(files.get('/favicon.svg')).toMatchObject({
      type: 'image/svg+xml',
      hashed: false,
      br: null,
      gzip: null,
    });
  });

  it('leaves out files of an unknown type', async () => {
    await put('assets/notes.xyz', 'x');
    expect((await readClientBuild(folder)).files.size).toBe(0);
  });

  it('is refused when it is not whole', async () => {
    await rm(join(folder, '.vite/screens.json'));
    await expect(readClientBuild(folder)).rejects.toThrow('screens.json');
  });
});
