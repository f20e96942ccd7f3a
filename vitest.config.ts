import { randomInt } from 'node:crypto';
import { defineConfig } from 'vitest/config';

/** Rooms without state of their own: their test files share a process, which halves their time. */
const STATELESS = 'src/{bench,contract,domain,i18n,mock-api,ui}/**/*.test.{ts,tsx}';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    // What long trials draw with; see e2e/long-trial.ts.
    env: { TEST_SEED: process.env['TEST_SEED'] ?? String(randomInt(1_000_000)) },
    // A property tries hundreds of values, which takes long on a busy machine.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'stateless', include: [STATELESS], isolate: false } },
      {
        extends: true,
        test: { name: 'isolated', include: ['{src,e2e}/**/*.test.{ts,tsx}'], exclude: [STATELESS] },
      },
    ],
  },
});
