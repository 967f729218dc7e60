// @ts-check
// `npm run test:faults`: the checks of reliability at full length, with their figures in one table at the end.
// `-- --seed N` repeats a run, other words choose the files whose path has one of them: `-- storage sync`.
// Every test file that imports test/helpers/effort.ts takes part; `npm test` runs the same files, shorter.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { SetupProblem } from './commands.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { lacksDisplay } from './display.mjs';
import { projectFolder } from './folders.mjs';
import { runScript } from './runScript.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';
import { localTool, printTitle, runEndToEnd, runTool } from './testTools.mjs';

const resultsFolder = join(projectFolder, 'test-results');
const figuresFile = join(resultsFolder, 'figures.jsonl');
const usualSeed = '20261125';

/** @typedef {{ area: string, check: string, figure: string }} Figure */

await runScript(async () => {
  const { values, positionals: words } = parseArgs({
    options: { seed: { type: 'string', default: usualSeed } },
    allowPositionals: true,
  });
  const { seed } = values;
  if (!/^\d{1,9}$/.test(seed)) throw new SetupProblem('--seed: must be a whole number below 1000000000');
  const files = longChecks().filter(
    (file) => words.length === 0 || words.some((word) => file.toLowerCase().includes(word.toLowerCase())),
  );
  if (files.length === 0) throw new SetupProblem(`No long check has ${words.join(' or ')} in its path.`);
  const inElectron = files.filter((file) => file.endsWith('.spec.ts'));
  const inNode = files.filter((file) => file.endsWith('.test.ts'));

  const needsWindow = inElectron.length > 0;
  await ensureSystemPackages(needsWindow ? (lacksDisplay() ? ['electron', 'display'] : ['electron']) : []);
  await ensureDependencies();
  mkdirSync(resultsFolder, { recursive: true });
  rmSync(figuresFile, { force: true });
  console.log(`seed ${seed}; ${files.length} files`);

  const startedAt = performance.now();
  const env = { COMPTOIR_EFFORT: 'long', COMPTOIR_SEED: seed, COMPTOIR_FIGURES: figuresFile };
  let passed = true;
  if (inNode.length > 0) {
    printTitle('unit and integration');
    // One after the other: several of them measure time.
    passed = await runTool(localTool('vitest'), ['run', '--no-file-parallelism', ...inNode], env);
  }
  if (needsWindow) {
    printTitle('e2e');
    passed = (await runEndToEnd(['--workers=1', ...inElectron], env)) && passed;
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const figures = readFigures();
  printTable(figures);
  writeFileSync(
    join(resultsFolder, 'faults.json'),
    `${JSON.stringify({ seed: Number(seed), passed, seconds, figures }, null, 2)}\n`,
  );
  console.log(
    `\nseed ${seed}, ${seconds} s: ${passed ? 'everything held' : 'NOT everything held, see above'}`,
  );
  return passed ? 0 : 1;
});

/** @returns {string[]} by their path from the project's folder, with forward slashes */
function longChecks() {
  return readdirSync(join(projectFolder, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(test|spec)\.ts$/.test(name))
    .filter((name) => /from '[./]+\/helpers\/effort'/.test(readFileSync(join(projectFolder, name), 'utf8')))
    .sort();
}

/** @returns {Figure[]} gathered by area, otherwise in the order in which they came */
function readFigures() {
  /** @type {Figure[]} */
  let figures = [];
  try {
    figures = readFileSync(figuresFile, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  } catch {
    // None was reported.
  }
  const areas = [...new Set(figures.map(({ area }) => area))].sort();
  return areas.flatMap((area) => figures.filter((figure) => figure.area === area));
}

/** @param {readonly Figure[]} figures */
function printTable(figures) {
  printTitle('figures');
  const width = Math.max(0, ...figures.map(({ check }) => check.length));
  let lastArea = '';
  for (const { area, check, figure } of figures) {
    if (area !== lastArea) console.log(`\n${area}`);
    lastArea = area;
    console.log(`  ${check.padEnd(width)}  ${figure}`);
  }
}
