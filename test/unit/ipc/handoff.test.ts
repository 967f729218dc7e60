import { expect, test } from 'vitest';
import { handoffHandlers } from '../../../electron/ipc/handoff';

test('a hand-off whose staff left while it was read opens nobody', async () => {
  let login: string | null = 'k.yao';
  const opened: string[] = [];
  const handlers = handoffHandlers({
    handoffs: {
      make: () => Promise.resolve({ ok: false, error: 'CACHE_UNAVAILABLE' }),
      emptyTicket: () => {
        throw new Error('not asked for');
      },
      async take() {
        login = null;
        return { ok: true, msisdn: '2250700000001', screen: 'bills' };
      },
    },
    desk: { keep: () => undefined },
    printEmpty: () => Promise.resolve('printed'),
    session: {
      async open(query) {
        opened.push(query);
        return { ok: false, error: 'NOT_FOUND' };
      },
      msisdn: () => null,
    },
    staff: { member: () => (login === null ? null : { login, name: 'Koffi YAO', role: 'agent' }) },
    lookups: { admit: async () => undefined, record: async () => undefined },
    recent: { note: () => undefined },
  });
  const request = { code: 'W148-3B18-GSB8', language: 'fr' } as const;
  expect(await handlers['handoff:accept'](request)).toEqual({ ok: false, error: 'SIGN_IN_NEEDED' });
  expect(opened).toEqual([]);
});
