/** Days of visits in minutes, through the real handlers on a real cache: what a visit leaves behind. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { cheapVerifier } from '../helpers/accessRun';
import { buildRichSubscriber } from '../helpers/builders';
import { sizeOf } from '../helpers/effort';
import { reportFigure } from '../helpers/figures';
import { startTestServices } from '../helpers/startedServices';

const warmUp = sizeOf({ short: 60, long: 500 });
const visits = sizeOf({ short: 240, long: 5_000 });

/** More than anybody stands at one kiosk for, all day long. */
const visitsAnHour = 60;
const mostGrowthAnHour = 1_048_576;
const mostWalBytes = 64 * 1_048_576;

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

function heapBytes(): number {
  if (typeof collectGarbage !== 'function') throw new Error('There is no garbage collector to call.');
  // Twice: what the first frees may have held something that the second can free.
  for (let turn = 0; turn < 2; turn += 1) Reflect.apply(collectGarbage, null, []);
  return process.memoryUsage().heapUsed;
}

/** What keeps the process busy, by kind, but for what comes and goes with single requests. */
function openThings(): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) {
    if (!/Request|Immediate|FSReq/.test(kind)) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

const listenerCount = () => process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);

test('thousands of visits leave neither memory nor timers, handles and listeners behind', async () => {
  const msisdns = Array.from({ length: 40 }, (_, index) => `22507000002${String(index).padStart(2, '0')}`);
  const services = await startTestServices(
    'selfservice',
    msisdns.map((msisdn) => buildRichSubscriber({ msisdn, contracts: [], pin: cheapVerifier('1234') })),
  );
  const give = async (command: string, request: object) => {
    const answer: unknown = JSON.parse(await services.route(command, JSON.stringify(request)));
    expect([command, answer]).toEqual([command, expect.objectContaining({ ok: true })]);
    return answer;
  };
  const visit = async (turn: number) => {
    const language = turn % 2 === 0 ? 'fr' : 'en';
    const query = `+${msisdns[turn % msisdns.length]}`;
    expect(await give('identity:identify', { query, pin: '1234', language })).toMatchObject({
      value: { kind: 'opened' },
    });
    await give('customer:render', { language });
    await give('payer:ask', { use: 'callOnNet', language });
    for (const path of ['', '1', '2', '3']) await give('ussd:dial', { path, language });
    await give('order:quote', { wish: { kind: 'plan', plan: 'Tigre' }, language });
    await give('customer:close', {});
  };

  for (let turn = 0; turn < warmUp; turn += 1) await visit(turn);
  const before = { heap: heapBytes(), open: openThings(), listeners: listenerCount() };
  for (let turn = 0; turn < visits; turn += 1) await visit(turn);
  const after = { heap: heapBytes(), open: openThings(), listeners: listenerCount() };

  const growthAnHour = ((after.heap - before.heap) / visits) * visitsAnHour;
  const { size: walBytes } = await stat(join(services.cacheFolder, 'comptoir.db-wal'));
  reportFigure(
    'Resources',
    `${visits} visits`,
    `${Math.round(growthAnHour / 1_024)} KB of heap an hour at ${visitsAnHour} visits, WAL ${(walBytes / 1_048_576).toFixed(1)} MB, handles and listeners flat`,
  );
  expect(growthAnHour).toBeLessThan(mostGrowthAnHour);
  expect(walBytes).toBeLessThan(mostWalBytes);
  expect(after.open).toEqual(before.open);
  expect(after.listeners).toBe(before.listeners);
  expect(services.bugs).toEqual([]);
}, 600_000);
