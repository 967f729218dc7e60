// @ts-check
// `npm run test:mutation`: changes the modules of stryker.config.mjs in a thousand small ways and counts how many of
// the changes a test notices. `-- payer ledger` chooses modules. A run begins where the last one ended: only what was
// touched since is tried again, and `-- --force` forgets the last one.

import { parseArgs } from 'node:util';

import strykerConfig, { mutatedModules } from '../stryker.config.mjs';
import { SetupProblem } from './commands.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { runScript } from './runScript.mjs';
import { printTitle } from './testTools.mjs';

const columns = ['module', 'mutants', 'killed', 'survived', 'score'];

await runScript(async () => {
  const { values, positionals: words } = parseArgs({
    options: { force: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const modules = Object.entries(mutatedModules).filter(
    ([name]) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  if (modules.length === 0) {
    throw new SetupProblem(
      `No module is named ${words.join(' or ')}. There are: ${Object.keys(mutatedModules).join(', ')}`,
    );
  }
  await ensureDependencies();
  const { Stryker } = await import('@stryker-mutator/core');
  const mutants = await new Stryker({
    ...strykerConfig,
    mutate: modules.flatMap(([, files]) => files),
    force: values.force,
  }).runMutationTest();

  const rows = modules.map(([name, files]) => {
    const own = mutants.filter(({ fileName }) =>
      files.some((file) => fileName.replaceAll('\\', '/').endsWith(file)),
    );
    const killed = own.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
    const survived = own.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').length;
    const tried = killed + survived;
    return [name, tried, killed, survived, `${((100 * killed) / tried).toFixed(1)} %`].map(String);
  });
  printTable([columns, ...rows]);
  console.log('\nEach survivor: test-results/mutation.html');
  return 0;
});

/** @param {readonly (readonly string[])[]} rows the first column to the left, figures to the right */
function printTable(rows) {
  printTitle('mutation');
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    );
  }
}
