import { expect, test } from 'vitest';
import { makeOrderId } from '../../../electron/services/orderId';

const moment = Date.UTC(2026, 10, 22, 12);

test('an order id is a UUID of version 7 that begins with its moment', () => {
  const id = makeOrderId(moment);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(moment);
});

test('ids of one moment differ, and those of a later one come after them', () => {
  const ids = Array.from({ length: 1000 }, () => makeOrderId(moment));
  expect(new Set(ids).size).toBe(1000);
  expect(ids.every((id) => id < makeOrderId(moment + 1))).toBe(true);
});
