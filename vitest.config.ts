import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/integration/**/*.test.ts'],
    testTimeout: 30_000,
    coverage: {
      include: ['shared/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: { statements: 98, branches: 97, functions: 98, lines: 98 },
    },
  },
});
