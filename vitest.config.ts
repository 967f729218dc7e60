import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      // What touches neither a database nor a server leaves nothing behind: a fresh process for each file would take
      // twice as long as the tests.
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'integration', include: ['test/integration/**/*.test.ts'] } },
    ],
    // Nobody waits beside it.
    maxWorkers: '100%',
    testTimeout: 30_000,
    coverage: {
      include: ['shared/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: { statements: 98, branches: 97, functions: 98, lines: 98 },
    },
  },
});
