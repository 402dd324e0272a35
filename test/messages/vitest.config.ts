import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Not *.test.ts, which "npm test" takes: these need the environment of run.ts.
    include: ['test/messages/**/*.suite.ts'],
    env: { NO_COLOR: '1' },
    testTimeout: 120_000,
  },
});
