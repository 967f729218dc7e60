import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { makeMachine } from '../helpers/accessRun';
import { buildForNode } from '../helpers/builtCli';
import { sizeOf } from '../helpers/effort';
import { reportFigure } from '../helpers/figures';
import { openTestCache, testKeyHex } from '../helpers/testCache';

/** Where in a guess the kiosk is killed. */
const windows = ['looking', 'telling', 'told'] as const;
/** Before the first wait, which no kiosk here lives long enough to sit out. */
const guessesAllowed = 5;

test('who guesses and kills the kiosk before it can count wins no guess', async () => {
  const cycles = sizeOf({ short: 15, long: 1_000 });
  const file = await buildForNode('guess', 'test/helpers/guessProcess.ts');
  const cache = await openTestCache();
  await cache.close();
  const { folder } = cache.location;
  const { markerFile } = await makeMachine();
  let looks = 0;
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const window = windows[cycle % windows.length] ?? 'told';
    const kiosk = spawn(process.execPath, [file, folder, testKeyHex, markerFile, window], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await Promise.all([text(kiosk.stdout), once(kiosk, 'exit')]);
    if (said.startsWith('looked')) looks += 1;
    else expect(said).toMatch(/throttled|^$/);
  }
  expect(looks).toBe(guessesAllowed);
  reportFigure('Sign-in', `${cycles} times guessed and killed`, `${looks - guessesAllowed} guesses won`);
}, 1_800_000);
