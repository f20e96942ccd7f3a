import { defineConfig } from '@playwright/test';
import { runSeed } from './e2e/long-trial';

// Several work trees can run their browser tests at the same time, each on its own port.
const PORT = Number(process.env['E2E_PORT'] ?? 4173);
// Before the workers start, which inherit it.
runSeed();

const executablePath = process.env['CHROMIUM_PATH'];

/** Tests the built app behind the built gateway. `npm test` builds both and names the browser in CHROMIUM_PATH. */
export default defineConfig({
  testDir: 'e2e',
  // `npm run screenshots` takes its pictures by the same screens.
  testMatch: process.env['PICTURES'] ? '**/*.pictures.ts' : '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // CI names a test that passes at its second try only. Trials of lost texts and doubled orders have one try.
  retries: process.env['CI'] ? 1 : 0,
  // A busy machine is several times slower than a calm one, so the limits are wide.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: process.env['E2E_RESULTS'] ?? 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // A trace takes a fifth of the time, whether the test fails or not.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    // Node itself: a signal to npm would leave the server behind it running.
    command: 'node dist/server/main.js',
    url: `http://127.0.0.1:${PORT}/favicon.svg`,
    env: { PORT: String(PORT), HOST: '127.0.0.1' },
    reuseExistingServer: false,
  },
});
