/*
 * `npm run screenshots`: writes the sandbox's pages in both languages, light and dark, wide and 320 px, then every screen
 * of e2e/screens/screens.ts as it is printed, in forced colours, in large and spaced text, and in small windows. They stand in
 * test-results/screenshots. With `--readme`, it writes the two of README.md.
 */
import './prepare.mjs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { printedUrl } from './printed-url.mjs';
import { buildIfNeeded, root } from './build-if-needed.mjs';
import { findChromium } from './find-chromium.mjs';

const forReadme = process.argv.includes('--readme');
const folder = join(root, forReadme ? 'e2e/screenshots' : 'test-results/screenshots');
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 320, height: 800 };
const LOOKS = ['light', 'dark'].flatMap((colorScheme) =>
  [WIDE, NARROW].flatMap((viewport) =>
    ['fr-FR', 'en-GB'].map((locale) => ({ colorScheme, viewport, locale })),
  ),
);

if (!buildIfNeeded()) process.exit(1);
mkdirSync(folder, { recursive: true });
const { chromium } = await import('@playwright/test');
const executablePath = (await findChromium()) || undefined;
const server = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
  env: { ...process.env, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch({ executablePath });
try {
  const base = await printedUrl(server);
  for (const look of forReadme ? LOOKS.slice(1, 2) : LOOKS) await photograph(base, look);
} finally {
  await browser.close();
  server.kill();
}
if (!forReadme) {
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const env = { ...process.env, PICTURES: folder, ...(executablePath && { CHROMIUM_PATH: executablePath }) };
  process.exitCode = spawnSync(process.execPath, [cli, 'test'], { cwd: root, env, stdio: 'inherit' }).status;
}

async function photograph(base, look) {
  const context = await browser.newContext({ ...look, timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  const name = `${look.locale.slice(0, 2)}-${look.colorScheme}-${look.viewport.width}`;
  const shoot = async (screen, path) => {
    await page.goto(base + path);
    await page.getByRole('main').getByRole('heading').first().waitFor();
    // The help button comes last, with the tools of the page.
    await page.getByRole('button', { name: /^(Raccourcis clavier|Keyboard shortcuts)$/ }).waitFor();
    // The counts come after the rows.
    if (/^\/lines(\?|$)/.test(path)) await page.getByRole('link', { name: /^(Toutes|All) \d/ }).waitFor();
    await page
      .getByText(/^(Chargement|Loading)…$/)
      .first()
      .waitFor({ state: 'hidden' });
    await page.screenshot({ path: join(folder, forReadme ? `${screen}.png` : `${screen}-${name}.png`) });
  };
  const first = async (list, filter) => {
    const answer = await page.request.get(`${base}/api/v1/${list}/?${filter}`, {
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    const { results } = await answer.json();
    return results;
  };
  /** The first draft without an ENNI. */
  const incomplete = async (lines) => {
    for (const { id } of lines) {
      const answer = await page.request.get(`${base}/api/v1/product_order_item/${id}/`, {
        headers: { 'sec-fetch-site': 'same-origin' },
      });
      if ((await answer.json()).enni === '') return id;
    }
    return lines[0].id;
  };
  const [ready] = await first('product_order', 'external_id=DEMO');
  const drafts = await first('product_order_item', 'state=created&sort=expiration_date&page_size=50');
  const draft = drafts.at(-1);
  await shoot('lines', forReadme ? '/lines?search=garage' : '/lines');
  await shoot('line-draft', `/lines/${forReadme ? await incomplete(drafts) : draft.id}`);
  if (forReadme) return context.close();

  const [rejected] = await first('product_order_item', 'state=rejected_creation');
  const [partial] = await first('product_order', 'state=partial');
  const [underWay] = await first('product_order', 'state=in_progress');
  await shoot('lines-empty', '/lines?search=nothing+like+this');
  await shoot('line-rejected', `/lines/${rejected.id}`);
  await shoot('line-gone', '/lines/00000000-0000-4000-8000-000000000000');
  await shoot('line-new', `/carts/${ready.id}/lines/new`);
  await shoot('carts', '/carts');
  await shoot('cart-draft', `/carts/${ready.id}`);
  await shoot('cart-confirm', `/carts/${ready.id}/confirm`);
  await shoot('cart-confirm-incomplete', `/carts/${drafts[0].product_order_id}/confirm`);
  await shoot('cart-partial', `/carts/${partial.id}`);
  await shoot('cart-under-way', `/carts/${underWay.id}`);
  await shoot('not-found', '/nowhere');
  await context.close();
}
