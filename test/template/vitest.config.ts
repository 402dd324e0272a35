import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/template/**/*.test.ts'],
    env: { NO_COLOR: '1' },
    testTimeout: 120_000,
  },
});
