/** Does what docs/connecting.md says, with its texts: documents, settings, commands, and what they are said to print. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Type from 'typebox';
import { Check } from 'typebox/value';
import { beforeAll, expect, test } from 'vitest';
import { balanceSchema, balancesOf } from '../../electron/live/mapping/balances';
import { marketPack } from '../../shared/domain/market';
import { buildCli, runCli } from '../helpers/builtCli';
import { servePeer } from '../helpers/peerDatabase';
import { makeFolder, testKeyHex } from '../helpers/testCache';

let cli = '';
beforeAll(async () => {
  cli = await buildCli('connecting');
}, 120_000);

const feedOfPage = 'http://127.0.0.1:5984/abj-plateau';
const dayMs = 86_400_000;
const daysSince = Math.floor((Date.now() - Date.parse('2026-11-28T08:00:00Z')) / dayMs);

/** The page as if it had been written today or yesterday: amounts that are too old would not be told. */
const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'connecting.md'), 'utf8')
  .replace(/\d{4}-\d{2}-\d{2}(?=T)/g, daysLater)
  .replace(/(\d{2})\/(\d{2})\/(\d{4})/g, (_, day: string, month: string, year: string) =>
    daysLater(`${year}-${month}-${day}`).split('-').toReversed().join('/'),
  );

function daysLater(day: string): string {
  return new Date(Date.parse(day) + daysSince * dayMs).toISOString().slice(0, 10);
}

const blocks = [...page.matchAll(/^```(\w*) ?(\S*)\n([^]*?)^```$/gm)].map(
  ([, language = '', name = '', text = '']) => ({ language, name, text }),
);

function textOf(name: string): string {
  const block = blocks.find((each) => each.name === name);
  if (block === undefined) throw new Error(`The page has no ${name}.`);
  return block.text;
}

/** What the commands of the page are, word for word, and what stands behind each as its answer. */
const commands = blocks.flatMap(({ language, text }, index) => {
  const [, command] = /^npm run -s cli -- (.+)$/m.exec(language === 'sh' ? text : '') ?? [];
  const words = command?.match(/'[^']*'|\S+/g)?.map((word) => word.replace(/^'|'$/g, ''));
  return words === undefined ? [] : [{ words, answer: JSON.parse(blocks[index + 1]?.text ?? '') as object }];
});

test('the documents, settings and commands of the page lead to the answers that stand behind them', async () => {
  const { url, database } = await servePeer();
  for (const name of ['line.json', 'mistaken.json']) await database.put(JSON.parse(textOf(name)) as object);
  const folder = await makeFolder();
  await writeFile(join(folder, 'comptoir.json'), textOf('comptoir.json').replace(feedOfPage, url));
  await writeFile(join(folder, 'comptoir.key'), testKeyHex, { mode: 0o600 });

  expect(commands.map(({ words: [name] }) => name)).toEqual(['sync', 'doctor', 'lookup', 'ussd']);
  for (const { words, answer } of commands) {
    const { exitCode, output } = await runCli(cli, words, {}, folder);
    expect([words[0], exitCode, output]).toMatchObject([words[0], 0, answer]);
  }
});

test('the answer of the live interface becomes the sections that the page says', () => {
  const answer: unknown = JSON.parse(textOf('buckets.json'));
  if (!Check(Type.Array(balanceSchema), answer)) throw new Error('The page has no answer of the interface.');
  const sections: unknown = JSON.parse(textOf('sections.json'));
  expect(balancesOf(answer, new Date().toISOString(), marketPack('CI'))).toEqual(sections);
});
