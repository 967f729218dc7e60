// @ts-check
// `npm test`: every check there is, in order. `npm test -- lint unit` runs those two alone, and
// `npm test -- e2e -- kiosk.spec.ts -g PIN` what Playwright makes of the words after the second `--`.

import { join } from 'node:path';

import { ensureBuild } from './build.mjs';
import { runQuietly, SetupProblem } from './commands.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { lacksDisplay } from './display.mjs';
import { projectFolder } from './folders.mjs';
import { runScript } from './runScript.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';
import { localTool, printTitle, runEndToEnd, runTool } from './testTools.mjs';

const [names, forPlaywright] = splitWords(process.argv.slice(2));

/**
 * @typedef {{ name: string, run: () => Promise<boolean> }} Check
 * @typedef {{ name: string, passed: boolean, seconds: number }} Result
 */

/** @type {readonly Check[]} what only reads the sources, and so can run side by side */
const readingChecks = [
  { name: 'format', run: () => quietTool('format', 'prettier', '--check', '.') },
  { name: 'lint', run: () => quietTool('lint', 'eslint', '.', '--max-warnings', '0') },
  { name: 'types', run: () => quietTool('types', 'tsc', '--build') },
  { name: 'imports', run: () => quietTool('imports', 'depcruise', 'shared', 'electron', 'renderer', 'test') },
  { name: 'dead-code', run: () => quietTool('dead-code', 'knip') },
];

/** @type {readonly Check[]} */
const runningChecks = [
  { name: 'unit', run: () => runTool(localTool('vitest'), ['run', '--project', 'unit', '--coverage']) },
  { name: 'integration', run: () => runTool(localTool('vitest'), ['run', '--project', 'integration']) },
  { name: 'build', run: () => ensureBuild().then(() => true) },
  { name: 'pack', run: () => runTool(process.execPath, [join(projectFolder, 'scripts', 'pack.mjs')]) },
  { name: 'e2e', run: () => runEndToEnd(forPlaywright) },
];

await runScript(async () => {
  const isSelected = selection(names);
  const results = [await measure({ name: 'setup', run: setUp })];
  if (results.every(({ passed }) => passed)) {
    results.push(...(await Promise.all(readingChecks.filter(isSelected).map(measure))));
    for (const check of runningChecks.filter(isSelected)) {
      printTitle(check.name);
      results.push(await measure(check));
    }
  }

  printTitle('summary');
  for (const { name, passed, seconds } of results) {
    console.log(`${passed ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s`);
  }
  const failed = results.filter(({ passed }) => !passed).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

async function setUp() {
  const tests = /** @type {const} */ (['electron', 'speech', 'tickets']);
  await ensureSystemPackages(lacksDisplay() ? [...tests, 'display'] : tests);
  await ensureDependencies();
  return true;
}

/**
 * @param {Check} check
 * @returns {Promise<Result>}
 */
async function measure({ name, run }) {
  const startedAt = performance.now();
  const passed = await run().catch((problem) => {
    // The reason goes to the reader; the checks after this one still have their turn.
    console.error(problem instanceof SetupProblem ? problem.message : problem);
    return false;
  });
  return { name, passed, seconds: (performance.now() - startedAt) / 1000 };
}

/**
 * @param {readonly string[]} words
 * @returns {[readonly string[], readonly string[]]} those before `--` and those after it
 */
function splitWords(words) {
  const end = words.indexOf('--');
  return end < 0 ? [words, []] : [words.slice(0, end), words.slice(end + 1)];
}

/**
 * @param {readonly string[]} names none means all
 * @returns {(check: Check) => boolean}
 */
function selection(names) {
  const known = [...readingChecks, ...runningChecks].map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new SetupProblem(`There is no check named ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  }
  return ({ name }) => names.length === 0 || names.includes(name);
}

/**
 * Shows what the tool said once it is done, so that the words of several do not mix.
 *
 * @param {string} title
 * @param {string} name
 * @param {string[]} args
 */
async function quietTool(title, name, ...args) {
  const { code, output } = await runQuietly(localTool(name), args, { cwd: projectFolder });
  printTitle(title);
  console.log(output.trimEnd());
  return code === 0;
}
