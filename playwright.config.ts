import { defineConfig } from '@playwright/test';

// Several work trees can run their browser tests side by side, each on a port of its own.
const PORT = Number(process.env['E2E_PORT'] ?? 4173);
const executablePath = process.env['CHROMIUM_PATH'];

/** The built app behind the built gateway; `npm test` builds it and says in CHROMIUM_PATH which browser to use. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A busy machine is several times slower than a calm one: what is late there is not wrong.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
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
    // Straight through node: ending npm would leave the server behind it alive.
    command: 'node dist/server/main.js',
    url: `http://127.0.0.1:${PORT}/favicon.svg`,
    env: { PORT: String(PORT), HOST: '127.0.0.1' },
    reuseExistingServer: false,
  },
});
