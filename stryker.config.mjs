// @ts-check
// What `npm run test:mutation` changes, to see whether a test notices.

import { availableParallelism } from 'node:os';

/** The modules that decide what a customer is told. Words and tables of data are left out. */
export const mutatedModules = {
  catalogue: [
    'shared/domain/bonusCatalogue.ts',
    'shared/view/sections/account.ts',
    'shared/view/sections/bonus.ts',
  ],
  restriction: [
    'shared/domain/customerStatus.ts',
    'shared/view/buildCustomerView.ts',
    'shared/view/shownSections.ts',
  ],
  payer: [
    'shared/domain/payer.ts',
    'shared/domain/spendable.ts',
    'shared/domain/timeWindow.ts',
    'shared/view/payerView.ts',
  ],
  ledger: ['shared/domain/ledger.ts', 'shared/view/sections/ledger.ts'],
  '#122# engine': [
    'shared/ussd/bonus.ts',
    'shared/ussd/engine.ts',
    'shared/ussd/gsm0338.ts',
    'shared/ussd/menu.ts',
    'shared/ussd/node.ts',
    'shared/ussd/orders.ts',
    'shared/ussd/paths.ts',
    'shared/ussd/screens.ts',
    'shared/ussd/services.ts',
  ],
};

/** @type {ConstructorParameters<typeof import('@stryker-mutator/core').Stryker>[0]} */
export default {
  mutate: Object.values(mutatedModules).flat(),
  testRunner: 'vitest',
  // Which tests reach a mutant, the coverage of each says better than the imports.
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  // A busy machine is no killed mutant.
  timeoutMS: 30_000,
  coverageAnalysis: 'perTest',
  // What is computed while a module loads belongs to every test: each mutant would need all of them.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: '.cache/mutation.json',
  tempDirName: '.cache/mutation',
  ignorePatterns: ['/.cache', '/dist', '/docs', '/release', '/coverage', '/test-results'],
  concurrency: Math.min(2, availableParallelism()),
  reporters: ['progress', 'html'],
  htmlReporter: { fileName: 'test-results/mutation.html' },
  allowEmpty: true,
};
