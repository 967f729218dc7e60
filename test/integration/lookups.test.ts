import { expect, test } from 'vitest';
import { createAuditLog } from '../../electron/services/audit';
import { createLookups } from '../../electron/services/lookups';
import { marketPack } from '../../shared/domain/market';
import { accessNoon } from '../helpers/accessRun';
import { openTestCache, testKeyHex } from '../helpers/testCache';

async function openDesk() {
  const cache = await openTestCache();
  const waits: number[] = [];
  const told: number[] = [];
  const machine = { elapsed: 0 };
  const lookups = createLookups({
    writer: cache.writer,
    audit: createAuditLog(testKeyHex),
    market: marketPack('CI'),
    now: () => accessNoon,
    elapsed: () => machine.elapsed,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    onSlowed: (ms) => told.push(ms),
  });
  const entries = () => cache.reader.all('SELECT actor, action, subject, details FROM audit ORDER BY number');
  return { lookups, waits, told, machine, entries };
}

test('a lookup is in the audit log with its reason; what is no number looks nobody up', async () => {
  const { lookups, entries } = await openDesk();
  await lookups.record('k.yao', '07 00 00 00 01', 'complaint');
  await lookups.record('k.yao', '12', 'request');
  expect(await entries()).toEqual([
    {
      actor: 'staff:k.yao',
      action: 'customer:lookedUp',
      subject: 'subscriber:2250700000001',
      details: '{"reason":"complaint"}',
    },
  ]);
});

test('a customer who goes to another of their lines is in the audit log, with the one they came by', async () => {
  const { lookups, entries } = await openDesk();
  await lookups.recordSwitch('2250700000009', '2250700000010');
  expect(await entries()).toEqual([
    {
      actor: 'customer',
      action: 'customer:lineSwitched',
      subject: 'subscriber:2250700000010',
      details: '{"from":"22507••••••09"}',
    },
  ]);
});

test('more than twenty lookups a minute by one login are slowed, and flagged once', async () => {
  const { lookups, waits, told, machine, entries } = await openDesk();
  for (let time = 0; time < 20; time += 1) await lookups.admit('k.yao');
  expect(waits).toEqual([]);
  for (let time = 0; time < 7; time += 1) await lookups.admit('k.yao');
  expect(waits).toEqual([2_000, 4_000, 6_000, 8_000, 10_000, 10_000, 10_000]);
  expect(told).toEqual(waits);
  await lookups.admit('a.kone');
  expect(waits).toHaveLength(7);
  expect(await entries()).toMatchObject([
    { actor: 'staff:k.yao', action: 'customer:lookupsFlagged', subject: 'staff:k.yao' },
  ]);
  machine.elapsed += 60_001;
  await lookups.admit('k.yao');
  expect(waits).toHaveLength(7);
});
