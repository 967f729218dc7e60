import { call } from './bridge';
import { expect, readLog, test } from './fixture';

test('malformed calls get a code and nothing else, and the program lives on', async ({
  comptoir,
  page,
  profileFolder,
}) => {
  const answers = await page.evaluate(async () => {
    let state = 122;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state % below;
    };
    const pick = <T>(values: readonly T[]): T => values[random(values.length)] as T;
    const commands = [
      'app:describe',
      'app:switchMode',
      'sync:status',
      'customer:open',
      'customer:render',
      'customer:close',
      'ussd:dial',
      'constructor',
      '__proto__',
      'customer:*',
      '',
      NaN,
      null,
      {},
    ];
    const requests = [
      '',
      '{',
      'null',
      '[]',
      '{"__proto__":{"query":"0700000001"}}',
      '{"query":"0700000001\\u0000","language":"fr","training":true}',
      `{"query":"' OR 1=1 --","language":"de"}`,
      '{"path":"../../../etc/passwd","language":"fr"}',
      '{"path":{"toString":"1"},"language":"fr"}',
      '{"mode":"administrator"}',
      '['.repeat(10_000),
      'x'.repeat(10_000_000),
      NaN,
      undefined,
      new Uint8Array(1_000),
    ];
    const seen = new Map<string, number>();
    const invoke = window.comptoir.invoke as (...args: readonly unknown[]) => Promise<string>;
    for (let count = 0; count < 600; count += 1) {
      const answer = await invoke(pick(commands), pick(requests)).catch((problem: unknown) =>
        String(problem),
      );
      seen.set(answer, (seen.get(answer) ?? 0) + 1);
    }
    return [...seen.keys()];
  });
  expect(answers).toEqual(['{"ok":false,"error":"BAD_REQUEST"}']);
  expect(await call(page, 'app:describe', {})).toMatchObject({ ok: true });
  expect(comptoir.app.process().exitCode).toBeNull();
  expect(readLog(profileFolder)).not.toContain('"level":"error"');
});

test('without an open customer nothing is told of one, whatever is asked', async ({ page }) => {
  const request = { language: 'fr' } as const;
  expect(await call(page, 'customer:render', request)).toEqual({ ok: false, error: 'NO_CUSTOMER_OPEN' });
  expect(await call(page, 'ussd:dial', { path: '1', ...request })).toEqual({
    ok: false,
    error: 'NO_CUSTOMER_OPEN',
  });
});

test('a customer is closed with the page that had them open', async ({ comptoir, page }) => {
  const opened = () =>
    call(page, 'customer:open', { query: '07 00 00 00 01', reason: 'request', language: 'fr' });
  await expect.poll(async () => (await opened()).ok).toBe(true);
  const reloaded = page.waitForEvent('load');
  await comptoir.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.reload());
  await reloaded;
  expect(await call(page, 'customer:render', { language: 'fr' })).toEqual({
    ok: false,
    error: 'NO_CUSTOMER_OPEN',
  });
});
