import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/moto/**/*.test.ts'],
    env: { AWS_EC2_METADATA_DISABLED: 'true', NO_COLOR: '1' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One server, one state: the suites take turns.
    fileParallelism: false,
  },
});
