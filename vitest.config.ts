import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
    // A property tries hundreds of values; on a busy machine that takes its time.
    testTimeout: 30_000,
  },
});
