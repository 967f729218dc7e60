import { defineConfig } from 'vitest/config';

/** What tests the mutated modules, and how much of it: see `quickProperties.ts`. */
export default defineConfig({
  test: {
    include: ['test/unit/{domain,view,ussd}/**/*.test.ts'],
    // Many seconds for each mutant, to find what is slow or throws: others find what is wrong.
    exclude: ['test/unit/ussd/randomInputs.test.ts', 'test/unit/ussd/manyBalances.test.ts'],
    isolate: false,
    setupFiles: ['test/mutation/quickProperties.ts'],
    testTimeout: 30_000,
  },
});
