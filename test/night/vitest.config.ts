import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/night/**/*.test.ts'],
    env: { AWS_EC2_METADATA_DISABLED: 'true', NO_COLOR: '1' },
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // One server, one state, two cores: the suites take turns.
    fileParallelism: false,
  },
});
