import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import react from '@vitejs/plugin-react';
import { defineConfig, isRunnableDevEnvironment, type Plugin } from 'vite';
import { ROUTES, TEXT_PIECES, textsOf, type Route } from './src/domain/routes/routes.ts';
import type * as deskInProcess from '~/gateway/in-process';
import type * as mockApi from '~/mock-api/create-mock-api';

type MockModule = typeof mockApi;
type DeskModule = typeof deskInProcess;
type Desk = ReturnType<DeskModule['createGatewayInProcess']>;

const LANGUAGES = ['fr', 'en'];

interface Chunk {
  readonly name: string;
  /** Folders of src, without the folders in them. */
  readonly folders?: readonly string[];
  readonly packages?: readonly string[];
  /** Modules of those packages that a later chunk takes, without their ending. */
  readonly except?: readonly string[];
}

/** The libraries' parts for forms. */
const FORM_PARTS = [
  '@tanstack/query-core/build/modern/mutationObserver',
  '@tanstack/react-query/build/modern/useMutation',
  '@tanstack/react-router/dist/esm/useBlocker',
];

/** What draws the part of a large grid that is in sight. */
const GRID_PARTS = [
  '@tanstack/react-virtual/dist/esm/index',
  ...['index', 'utils', 'ios-gesture', 'lazy-measurements', 'scroll-classifier'].map(
    (part) => `@tanstack/virtual-core/dist/esm/${part}`,
  ),
];

/** Their parts for the frame's late tools. */
const FRAME_PARTS = [
  '@tanstack/query-core/build/modern/queriesObserver',
  '@tanstack/react-query/build/modern/useQueries',
];

/**
 * The scripts of the browser. Each is made of folders and packages, with everything that they import and that no chunk
 * before it has; a file may so be renamed freely within its folder. A folder that is loaded later has its own chunk.
 */
const CHUNKS: readonly Chunk[] = [
  // Stays in the browser's cache while only our code changes.
  {
    name: 'core',
    packages: ['react', 'react-dom', 'scheduler', 'use-sync-external-store', '@tanstack', 'zod'],
    except: [...FORM_PARTS, ...FRAME_PARTS, ...GRID_PARTS],
  },
  ...LANGUAGES.flatMap((language) =>
    TEXT_PIECES.map((piece) => ({
      name: `${language}-${piece}`,
      folders: [`i18n/${language}/${piece}`],
    })),
  ),
  // What every screen draws at once.
  { name: 'start', folders: ['app', 'ui', 'ui/feedback', 'ui/browser', 'features/order-lines/display'] },
  // The first rows.
  { name: 'lists', folders: ['features/order-lines/list', 'features/order-lines/list/table'] },
  // What the form and the facts of a line share, with each other and with the tools of the frame and of the lists.
  {
    name: 'line',
    folders: [
      'contract',
      'domain/fields',
      'api/write',
      'i18n',
      'ui/keyboard',
      'ui/panel',
      'features/order-lines/labels',
      'features/order-lines/page',
      'features/order-lines/rejections',
    ],
  },
  {
    name: 'fields',
    folders: ['ui/fields', 'features/carts/references'],
    packages: ['react-hook-form', '@tanstack'],
    except: [...FRAME_PARTS, ...GRID_PARTS],
  },
  { name: 'editor', folders: ['features/order-lines/page/draft'] },
  // What a line and a cart show of what happened to them.
  {
    name: 'details',
    folders: [
      'ui/facts',
      'features/order-lines/summary',
      'features/order-lines/page/facts',
      'features/order-lines/rejections/notices',
    ],
  },
  {
    name: 'list-tools',
    folders: [
      'features/carts/list',
      'features/carts/list/table',
      'features/carts/list/tools',
      'features/order-lines/list/tools',
      'features/lists/tools',
      'ui/table',
      'ui/filters',
      'api/read',
    ],
  },
  // What the browser loads when it has nothing else to do.
  {
    name: 'frame',
    folders: [
      'app/frame',
      'app/palette',
      'features/sign-in',
      'features/carts/following',
      'features/carts/creation/orphaned',
      'features/lists/unsaved',
      'features/lists/views',
      'autosave',
      'autosave/storage',
      'api/session',
      'api/mutations',
      'ui/dialogs',
      'ui/waiting',
    ],
    packages: ['@mantine', 'clsx', '@tanstack'],
    except: GRID_PARTS,
  },
  {
    name: 'list-dialogs',
    folders: [
      'features/lists/export',
      'features/order-lines/list/export',
      'features/order-lines/list/selection',
      'features/carts/list/export',
      'features/carts/creation',
    ],
    packages: ['fflate', 'papaparse'],
  },
  // A line that is read puts its site there, whether it has a form or not.
  { name: 'book', folders: ['features/order-lines/book', 'domain/book'] },
  { name: 'orphaned', folders: ['features/order-lines/unsaved/orphaned'] },
  {
    name: 'editor-tools',
    folders: [
      'features/order-lines/new-line',
      'features/order-lines/page/actions',
      'features/order-lines/form',
      'features/order-lines/form/site-entry',
      'features/order-lines/conflicts',
      'features/order-lines/unsaved',
    ],
  },
  { name: 'cart', folders: ['features/carts/page', 'features/carts/display'] },
  { name: 'order', folders: ['features/carts/confirm', 'features/carts/outcome', 'features/carts/receipt'] },
  {
    name: 'batches',
    folders: [
      'features/batches',
      'features/batches/page',
      'api/batches',
      'autosave/batches',
      'domain/batches',
      'domain/changes',
    ],
  },
  { name: 'changes', folders: ['features/batches/change'] },
  { name: 'copy', folders: ['features/carts/copy'] },
  {
    name: 'import',
    folders: [
      'features/import/page',
      'features/import/columns',
      'features/import/check',
      'features/import/grid',
      'features/import/rows',
      'features/import/reading',
      'domain/import',
      'domain/import/editing',
    ],
    packages: ['@tanstack'],
  },
  { name: 'server', folders: ['features/server'] },
];

const SOURCE = join(import.meta.dirname, 'src').replaceAll('\\', '/');

function isIn({ folders = [], packages = [], except = [] }: Chunk, module: string): boolean {
  const path = module.replace(/[?#].*$/, '');
  return (
    folders.some((folder) => path.slice(0, path.lastIndexOf('/')) === `${SOURCE}/${folder}`) ||
    (packages.some((name) => path.includes(`/node_modules/${name}/`)) &&
      !except.some((name) => path.includes(`/node_modules/${name}.`)))
  );
}

/**
 * Chromium's mark for a file that is compiled whole, beside the page's own work, while it comes; without it each function is
 * compiled when it is first called, which for a form's is the click. Other browsers see a comment.
 */
const COMPILED_AHEAD = '//# allFunctionsCalledOnLoad\n';

/** One `vite build` makes the browser's bundle and the gateway's. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  plugins: [
    react(),
    withoutUnusedParts(),
    withoutPreloadHelper(),
    screenFiles(),
    precompress(),
    sandboxInDev(),
  ],
  html: { cspNonce: '__NONCE__' },
  // One file: a worker's policy lets it load nothing.
  worker: { format: 'es' },
  // A component's name is unique, and compresses better than a hash.
  css: { modules: { generateScopedName: (name, file) => `${basename(file).replace(/\..*/, '')}_${name}` } },
  server: { host: '127.0.0.1' },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        // The content policy allows neither an inline script nor a data: address.
        modulePreload: false,
        assetsInlineLimit: 0,
        // All our styles are 5 KB: one file is less than the bookkeeping of a dozen.
        cssCodeSplit: false,
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: CHUNKS.map((chunk) => ({
                name: chunk.name,
                test: (module: string) => isIn(chunk, module),
              })),
            },
            postBanner: COMPILED_AHEAD,
          },
        },
      },
    },
    ssr: {
      resolve: { noExternal: true },
      build: {
        outDir: 'dist/server',
        copyPublicDir: false,
        rolldownOptions: { input: 'src/gateway/main.ts' },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      const { client, ssr } = builder.environments;
      if (client) await builder.build(client);
      if (ssr) await builder.build(ssr);
    },
  },
});

/**
 * Mantine names its components for the developer tools by assigning to them, and hangs the button's group on the button.
 * What is assigned counts as used, and would stay in the bundle. No button here is `loading`. Without these parts there are
 * 3 KB less before the first rows.
 */
function withoutUnusedParts(): Plugin {
  return {
    name: 'without-unused-parts',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/@mantine\/core\/.*\.mjs$/ },
      handler: (code, id) => ({
        code: code
          .replaceAll(/^(\w+\.displayName|Button\.Group(Section)?) = .*;$/gm, '')
          .replaceAll(
            /^import \{ (Transition|Loader) \} from .*;$/gm,
            id.endsWith('/Button.mjs') ? 'const $1 = () => null;' : '$&',
          ),
        map: null,
      }),
    },
  };
}

/** Vite's helper for dynamic imports preloads styles, and ours are one file: 0.5 KB less before the first rows. */
function withoutPreloadHelper(): Plugin {
  return {
    name: 'without-preload-helper',
    apply: 'build',
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}

/**
 * Writes `.vite/screens.json`: the scripts of each route by language, and of each view that a route's data asks for. The
 * gateway preloads those of the routes, and the bundle budget counts all. Fails for a route without a chunk.
 */
function screenFiles(): Plugin {
  return {
    name: 'screen-files',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const scriptsOf = (names: readonly string[]) => {
        const files = new Set<string>();
        const visit = (file: string): void => {
          if (files.has(file)) return;
          files.add(file);
          for (const next of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) visit(next);
        };
        for (const name of names) {
          const chunk = chunks.find((candidate) => candidate.name === name);
          if (!chunk) throw new Error(`The build has no chunk ${name}`);
          visit(chunk.fileName);
        }
        return [...files].map((file) => `/${file}`);
      };
      const screens: Record<string, Record<string, readonly string[]>> = {};
      const views: Record<string, readonly string[]> = {};
      for (const [name, route] of Object.entries<Route>(ROUTES)) {
        for (const view of route.views ?? []) views[view] = scriptsOf([view]);
        screens[name] = {};
        for (const language of LANGUAGES) {
          const texts = textsOf(route).map((piece) => `${language}-${piece}`);
          screens[name][language] = scriptsOf([route.chunk, ...texts]);
        }
      }
      const source = JSON.stringify({ screens, views }, null, 2);
      this.emitFile({ type: 'asset', fileName: '.vite/screens.json', source });
    },
  };
}

/** After the browser's build, writes a .br and a .gz beside every asset over 1 KB, as small as they get. */
function precompress(): Plugin {
  const compressible = ['.js', '.css', '.svg', '.json'];
  return {
    name: 'precompress',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    async writeBundle({ dir = 'dist/client' }) {
      const assets = join(dir, 'assets');
      const names = await readdir(assets);
      const files = names.filter((name) => compressible.includes(extname(name)));
      await Promise.all(files.map((name) => compress(join(assets, name))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.byteLength <= 1024) return;
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}

/** In Vite's dev server, what the page calls, answered by the gateway's rules before the sandbox, and its mark in the document. */
function sandboxInDev(): Plugin {
  return {
    name: 'sandbox-in-dev',
    apply: 'serve',
    configureServer(server) {
      const { ssr } = server.environments;
      if (!ssr || !isRunnableDevEnvironment(ssr)) return;
      let current: { readonly mock: MockModule; readonly gateway: DeskModule; readonly desk: Desk } | null =
        null;
      const currentDesk = async (): Promise<Desk> => {
        const [mock, gateway] = await Promise.all([
          ssr.runner.import<MockModule>('/src/mock-api/create-mock-api.ts'),
          ssr.runner.import<DeskModule>('/src/gateway/in-process.ts'),
        ]);
        // An edited mock or gateway is another module, and starts with fresh data.
        if (current?.mock !== mock || current.gateway !== gateway) {
          const api = mock.createMockApi({ lines: 2000 });
          current = { mock, gateway, desk: gateway.createGatewayInProcess((request) => api.fetch(request)) };
        }
        return current.desk;
      };
      const listener = getRequestListener(async (request) => (await currentDesk())(request), {
        overrideGlobalObjects: false,
      });
      server.middlewares.use((incoming, outgoing, next) => {
        if (/^\/(api|gw|auth)\//.test(incoming.url ?? '')) void listener(incoming, outgoing);
        else next();
      });
    },
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { name: 'orderdesk-sandbox', content: 'true' }, injectTo: 'head' },
    ],
  };
}
