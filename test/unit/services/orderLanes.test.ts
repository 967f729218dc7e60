import { expect, test } from 'vitest';
import { createOrderLanes, type LaneStep } from '../../../electron/services/orderLanes';

test('an order goes although one that was taken out of its lane before is still under way', async () => {
  const begun: string[] = [];
  const ends = new Map<string, (done: LaneStep) => void>();
  const lanes = createOrderLanes({
    step(id) {
      begun.push(id);
      return new Promise((resolve) => ends.set(id, resolve));
    },
    backoffMs: () => 0,
    atOnce: 1,
    reportBug(problem) {
      throw problem;
    },
  });
  lanes.add('cancelled', 'customer');
  lanes.remove('cancelled', 'customer');
  lanes.add('next', 'customer');
  expect(begun).toEqual(['cancelled']);
  ends.get('cancelled')?.('finished');
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual(['cancelled', 'next']);
  ends.get('next')?.('finished');
  await lanes.stop();
});
