import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import react from '@vitejs/plugin-react';
import { defineConfig, isRunnableDevEnvironment, type Plugin } from 'vite';
import type * as deskInProcess from '~/gateway/desk-in-process';
import type * as mockApi from '~/mock-api/create-mock-api';

type MockModule = typeof mockApi;
type DeskModule = typeof deskInProcess;
type Desk = ReturnType<DeskModule['createDeskInProcess']>;

const isForForms = (module: string) =>
  /node_modules\/react-hook-form\/|useBlocker|mutationObserver|useMutation|src\/ui\/.*(Field|field|Form)/.test(
    module,
  );

/** Not for the first rows: how a write is sent and proved, and the readings of one cart. */
const isForLater = (module: string) =>
  /src\/(api\/(?!api-error|fetch-client|order-lines|query-client|refresh-table|browser-paging)|ui\/CheckingNote|domain\/(cart-lifecycle|confirmation-proof|watching-pace|tool-reference)\.|i18n\/order-messages\.|features\/order-lines\/rejection-texts)/.test(
    module,
  );

/** How a write is sent, for every screen that has one. */
const isForWrites = (module: string) =>
  /src\/(api\/(write|session|gateway-calls|one-at-a-time|random-id|pause|prove-write|checking)|ui\/CheckingNote)\./.test(
    module,
  );

/** Small things that a list and a few other screens share: one file is better than ten tiny ones. */
const isSmallChange = (module: string) =>
  /\/src\/(ui\/(use-now|use-narrow|clipboard|Time|EmptyState|Loading|Page)|features\/order-lines\/(DraftExpiryNote|LineStateBadge|last-list|addresses)|domain\/draft-expiry)\./.test(
    module,
  );

/** What draws a list, and no other screen but a cart needs. */
const isForRows = (module: string) =>
  /\/src\/(ui\/(DataTable|Table|ColumnResizer|List|Filter(Bar|Chips)|TextFilter|Pagination|paging|row-slots|use-row)|features\/order-lines\/(use-preload|use-list-navigation|page-keys|List(Filters|Head)|line-filters))/.test(
    module,
  );

/** The inputs of small forms, none of which is there when a page opens. */
const isForDialogs = (module: string) =>
  /node_modules\/(@mantine|clsx)\/|src\/ui\/DialogInput\./.test(module);

/** What is kept on this computer is asked for once a page stands. */
const isForUnsaved = (module: string) => /src\/kept\/|src\/i18n\/unsaved/.test(module);

/** What the screens of one line and of a cart share, and the lists do without. */
const isOfLine = (module: string) =>
  /src\/(domain\/(coordinates|french-phone|offer-rules|field-lock|quote-lock|line-leaves|formats|confirmation-readiness|order-line-changes)|features\/order-lines\/(line-labels|rejections|line-sections|line-edit|today)|ui\/(Facts|CopyButton|Panel))\./.test(
    module,
  );

/** Dialogs, shortcuts, and where the focus goes: nothing of it before the first rows stand. */
const isForKeys = (module: string) =>
  /\/src\/ui\/(shortcut|typing\.|read-first|use-focus-stays|Dialog\.)/.test(module);

/**
 * Few files that compress well: the libraries of the first rows, which stay cached when only our code changes; what
 * nearly every screen of ours shares, and the lists; and what comes with the first form only.
 */
const CHUNKS = [
  {
    name: 'core',
    test: (module: string) =>
      /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack|zod)\//.test(module) &&
      !isForForms(module),
  },
  {
    name: 'desk',
    minShareCount: 5,
    test: (module: string) =>
      /\/src\/(?!i18n\/(fr|en)\.)/.test(module) &&
      !isForForms(module) &&
      !isForLater(module) &&
      !isForUnsaved(module) &&
      !isForDialogs(module) &&
      !isForKeys(module) &&
      !isOfLine(module),
  },
  { name: 'desk', test: isSmallChange },
  { name: 'rows', test: isForRows },
  { name: 'line', test: isOfLine },
  { name: 'form', test: isForForms },
  { name: 'write', test: isForWrites },
  // Too small each to be worth a file.
  {
    name: 'keys',
    test: (module: string) => isForKeys(module) || /\/src\/i18n\/(unsaved|entry|order)-messages/.test(module),
  },
  { name: 'mantine', test: isForDialogs },
];

/**
 * Chromium's mark for a file that is compiled whole, beside the page's own work, while it comes; without it each function is
 * compiled when it is first called, which for a form's is the click. Other browsers see a comment.
 */
const COMPILED_AHEAD = '//# allFunctionsCalledOnLoad\n';

/** One `vite build` makes the browser's bundle and the gateway's. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  plugins: [react(), withoutDisplayNames(), precompress(), sandboxInDev()],
  html: { cspNonce: '__NONCE__' },
  server: { host: '127.0.0.1' },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        manifest: true,
        // The content policy allows neither an inline script nor a data: address.
        modulePreload: false,
        assetsInlineLimit: 0,
        // All our styles are 5 KB: one file is less than the bookkeeping of a dozen.
        cssCodeSplit: false,
        rolldownOptions: {
          output: { codeSplitting: { groups: CHUNKS }, postBanner: COMPILED_AHEAD },
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
 * Mantine names its components for the developer tools by assigning to them, and what is assigned to counts as used: its
 * full provider, which we do without, would stay in the bundle.
 */
function withoutDisplayNames(): Plugin {
  return {
    name: 'without-display-names',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/@mantine\/core\/.*\.mjs$/ },
      handler: (code) => ({ code: code.replaceAll(/^\w+\.displayName = ".*";$/gm, ''), map: null }),
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
          ssr.runner.import<DeskModule>('/src/gateway/desk-in-process.ts'),
        ]);
        // An edited mock or gateway is another module, and starts with fresh data.
        if (current?.mock !== mock || current.gateway !== gateway) {
          const api = mock.createMockApi({ lines: 2000 });
          current = { mock, gateway, desk: gateway.createDeskInProcess((request) => api.fetch(request)) };
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
