import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sizeOf } from '../helpers/effort';
import { reportFigure } from '../helpers/figures';
import { call } from './bridge';
import { openCustomer, typedNumber } from './counter';
import { expect, shopTest as test } from './fixture';
import { findTraces, heapStrings } from './traces';

const canaries = sizeOf({ short: 250, long: 1_000 });
const firstNumber = 225_07_99_55_00_00;

/** Every form in which a canary's number, name or PIN could lie about. */
const traces = ['225079955', '079955', '07 99 55', '07\u00a099\u00a055', 'CANARI-SERIN', 'c2VyaW5zZXJpbg'];

test('no number, name or PIN lies in plain in any file, while the program runs and afterwards', async ({
  comptoir,
  page,
  profileFolder,
  shop,
}) => {
  for (let index = 0; index < canaries; index += 1) {
    const msisdn = String(firstNumber + index);
    shop.upstream.put({
      _id: `subscriber:${msisdn}`,
      type: 'subscriber',
      schema: 1,
      asOf: new Date().toISOString(),
      msisdn,
      status: 'active',
      customer: { id: `C-${index}`, name: `Aya CANARI-SERIN ${index}` },
      main: { amount: 1_000 + index, currency: 'XOF', expiresAt: '2099-12-31T23:59:59Z' },
      pin: '$scrypt$ln=15,r=8,p=1$c2VyaW5zZXJpbg$b21Fjynu82P1rqP00Hs1ctM2FDv+zxTXoMLd8WpzfbU',
    });
  }
  const lastQuery = String(firstNumber + canaries - 1);
  const open = async () =>
    (await call(page, 'customer:open', { query: lastQuery, reason: 'request', language: 'fr' })).ok;
  await expect.poll(open, { timeout: 30_000 }).toBe(true);
  expect(await call(page, 'ussd:dial', { path: '1', language: 'fr' })).toMatchObject({ ok: true });

  for (const [index, number] of ['07 99 55 00 01', '+225 07 99 55 00 02', '002250799550003'].entries()) {
    await page.getByRole('textbox').first().fill(number);
    await page.keyboard.press('Enter');
    await expect(page.getByText(`Aya CANARI-SERIN ${index + 1}`, { exact: true }).first()).toBeVisible();
  }
  await call(page, 'customer:open', { query: '07 99 55 99 99 99 99', reason: 'request', language: 'fr' });

  // The search finds what is there: the settings are in plain.
  expect(findTraces(profileFolder, ['Boutique Plateau'])).toEqual(['comptoir.json: Boutique Plateau']);
  expect(findTraces(profileFolder, traces)).toEqual([]);
  await comptoir.app.close();
  expect(findTraces(profileFolder, traces)).toEqual([]);
  const files = readdirSync(profileFolder, { recursive: true }).length;
  reportFigure(
    'At rest',
    `${canaries} canaries in UTF-8 and UTF-16`,
    `0 hits in ${files} files of the profile`,
  );
});

test('neither the key nor a customer is in the command line or environment of any process', async ({
  comptoir,
  profileFolder,
}) => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  const key = readFileSync(join(profileFolder, 'comptoir.key'), 'utf8');
  await openCustomer(comptoir.page, 'richActive');
  const processes = await comptoir.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  expect(processes.length).toBeGreaterThan(2);
  for (const pid of processes) {
    for (const file of ['cmdline', 'environ']) {
      const said = readFileSync(`/proc/${pid}/${file}`, 'utf8');
      expect([key, 'KOUASSI', typedNumber('richActive')].filter((trace) => said.includes(trace))).toEqual([]);
    }
  }
  // Beside the provisioned file itself, in no file, the logs among them.
  expect(findTraces(profileFolder, [key])).toEqual([`comptoir.key: ${key}`]);
  // And in nothing that the page holds; the search finds what is there.
  await comptoir.page.evaluate(() => {
    window.heard = { marked: ['MARKED-HEAP'] };
  });
  const heap = await heapStrings(comptoir);
  const holds = (wanted: string) => heap.some((text) => text.includes(wanted));
  expect({ marker: holds('MARKED-HEAP'), key: holds(key) }).toEqual({ marker: true, key: false });
  reportFigure(
    'At rest',
    'the key',
    `0 hits in arguments and environment of ${processes.length} processes, files, logs, and the page’s heap`,
  );
});
