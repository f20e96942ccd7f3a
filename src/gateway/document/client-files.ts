import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { readScreenFiles, type ScreenFiles } from './screen-files';

/** One file of the built app in memory, with its compressed forms. */
export interface ClientFile {
  readonly type: string;
  /** Its name holds a hash of its content, so it never changes. */
  readonly hashed: boolean;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer> | null;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
}

export interface ClientBuild {
  readonly html: string;
  readonly screens: ScreenFiles;
  /** By path, such as `/assets/main-1a2b3c.js`. */
  readonly files: ReadonlyMap<string, ClientFile>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Reads the build of the browser's app into memory. A file of a type outside the table is not served. Throws without
 * index.html or the list of scripts.
 */
export async function readClientBuild(folder: string): Promise<ClientBuild> {
  const [html, screens, entries] = await Promise.all([
    readFile(join(folder, 'index.html'), 'utf8'),
    readFile(join(folder, '.vite/screens.json'), 'utf8'),
    readdir(folder, { recursive: true, withFileTypes: true }),
  ]);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`);
  const present = new Set(paths);
  const readCompressed = async (path: string): Promise<Uint8Array<ArrayBuffer> | null> =>
    present.has(path) ? readBytes(join(folder, path)) : null;
  const files = await Promise.all(
    paths.map(async (path): Promise<[string, ClientFile] | null> => {
      const type = TYPES[extname(path)];
      if (!type || path.startsWith('/.vite/')) return null;
      const [plain, br, gzip] = await Promise.all([
        readBytes(join(folder, path)),
        readCompressed(`${path}.br`),
        readCompressed(`${path}.gz`),
      ]);
      return [path, { type, hashed: path.startsWith('/assets/'), plain, br, gzip }];
    }),
  );
  return {
    html,
    screens: readScreenFiles(JSON.parse(screens)),
    files: new Map(files.filter((file) => file !== null)),
  };
}

async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await readFile(path));
}
