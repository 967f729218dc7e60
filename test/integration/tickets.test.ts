import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findAuditEntriesAfter } from '../../electron/db/auditEntries';
import { createAuditLog } from '../../electron/services/audit';
import { createReceiptService } from '../../electron/services/receipts';
import { createTicketDesk, type TicketDesk, type TicketPrinter } from '../../electron/services/ticketDesk';
import { writeTicketFile } from '../../electron/services/ticketFile';
import { marketPack } from '../../shared/domain/market';
import { buildRichSubscriber, buildSubscriber } from '../helpers/builders';
import { exampleNow, viewOf } from '../helpers/customerViews';
import { machineOf, shopSecretHex } from '../helpers/shopMachines';
import { makeFolder, openTestCache, testKeyHex } from '../helpers/testCache';

const at = Date.parse('2026-11-25T14:05:12.345Z');
const pdf = Buffer.from('%PDF-1.7');

describe('a ticket that is kept as a file', () => {
  test('is named after the moment, never replaces another and is its owner’s alone', async () => {
    const folder = join(await makeFolder(), 'new', 'receipts');
    const names = [];
    for (let count = 0; count < 3; count++) names.push(await writeTicketFile(folder, pdf, at));
    expect(names).toEqual([
      { ok: true, fileName: 'comptoir-20261125T140512Z.pdf' },
      { ok: true, fileName: 'comptoir-20261125T140512Z-2.pdf' },
      { ok: true, fileName: 'comptoir-20261125T140512Z-3.pdf' },
    ]);
    expect(await readFile(join(folder, 'comptoir-20261125T140512Z.pdf'))).toEqual(pdf);
    expect((await stat(join(folder, 'comptoir-20261125T140512Z.pdf'))).mode & 0o077).toBe(0);
  });

  test('is refused by a folder that is none', async () => {
    const file = join(await makeFolder(), 'file');
    await writeFile(file, '');
    expect(await writeTicketFile(file, pdf, at)).toEqual({ ok: false, error: 'folderLocked' });
    expect(await writeTicketFile(join(file, 'below'), pdf, at)).toEqual({ ok: false, error: 'folderLocked' });
  });
});

const receipts = createReceiptService({
  keys: machineOf('11'.repeat(32), shopSecretHex),
  market: marketPack('CI'),
  shopName: 'Boutique Plateau',
  now: () => exampleNow,
});
const view = viewOf(buildSubscriber());
const receipt = receipts.ofView(view);

async function openDesk(printer: Partial<TicketPrinter>, name: string | null = 'Ticket_80') {
  const cache = await openTestCache();
  const folder = await makeFolder();
  const bugs: unknown[] = [];
  const line = { active: true };
  const desk: TicketDesk = createTicketDesk({
    printer: {
      print: () => Promise.resolve('printed'),
      pdf: () => Promise.resolve(pdf),
      ...printer,
    },
    settings: { name, widthMm: 80 },
    folder: { kind: 'settings', path: folder },
    isActive: () => Promise.resolve(line.active),
    writer: cache.writer,
    audit: createAuditLog(testKeyHex),
    now: () => at,
    reportBug: (problem) => bugs.push(problem),
  });
  desk.keep(receipt, view.msisdn);
  return {
    desk,
    folder,
    bugs,
    line,
    log: async () =>
      (await findAuditEntriesAfter(cache.reader, 0, 100)).map(
        ({ actor, action, subject, details }) => `${actor} ${action} ${subject} ${details}`,
      ),
  };
}

describe('the desk for tickets', () => {
  test('prints and keeps what was made last, by its code, and logs who had it', async () => {
    const { desk, folder, log } = await openDesk({});
    expect(await desk.print(receipt.code, view.msisdn, 'customer')).toBe('printed');
    expect(await desk.save(receipt.code, view.msisdn, 'staff:k.yao')).toEqual({
      state: 'saved',
      folder: 'settings',
      fileName: 'comptoir-20261125T140512Z.pdf',
    });
    expect(await readdir(folder)).toHaveLength(1);
    expect(await log()).toEqual([
      `customer receipt:printed subscriber:${view.msisdn} {"kind":"view","outcome":"printed"}`,
      `staff:k.yao receipt:saved subscriber:${view.msisdn} {"kind":"view","outcome":"saved"}`,
    ]);
  });

  test('has nothing for another customer, for nobody, and under another code', async () => {
    const { desk, log } = await openDesk({});
    expect(await desk.print(receipt.code, '2250700000002', 'customer')).toBeNull();
    expect(await desk.print(receipt.code, null, 'customer')).toBeNull();
    expect(await desk.save(receipt.code.slice(1), view.msisdn, 'customer')).toBeNull();
    expect(await log()).toEqual([]);
  });

  test('of a line that is no longer active gives only what such a line shows', async () => {
    const { desk, line, folder, log } = await openDesk({});
    const full = receipts.ofView(viewOf(buildRichSubscriber()));
    const bare = receipts.ofView(viewOf(buildRichSubscriber({ status: 'inactive' })));
    line.active = false;
    desk.keep(full, view.msisdn);
    expect(await desk.print(full.code, view.msisdn, 'customer')).toBeNull();
    expect(await desk.save(full.code, view.msisdn, 'staff:k.yao')).toBeNull();
    expect([await readdir(folder), await log()]).toEqual([[], []]);
    desk.keep(bare, view.msisdn);
    expect(await desk.print(bare.code, view.msisdn, 'customer')).toBe('printed');
    line.active = true;
    desk.keep(full, view.msisdn);
    expect(await desk.print(full.code, view.msisdn, 'customer')).toBe('printed');
  });

  test.each(['paperOut', 'offline', 'unknownPrinter', 'needsAttention', 'failed'] as const)(
    'passes on that the printer answers %s',
    async (outcome) => {
      const { desk } = await openDesk({ print: () => Promise.resolve(outcome) });
      expect(await desk.print(receipt.code, view.msisdn, 'customer')).toBe(outcome);
    },
  );

  test('prints nothing where no printer is set, and reports what goes wrong on the way once', async () => {
    const without = await openDesk({}, null);
    expect(await without.desk.print(receipt.code, view.msisdn, 'customer')).toBe('noPrinter');
    const broken = await openDesk({
      print: () => Promise.reject(new Error('no page')),
      pdf: () => Promise.reject(new Error('no page')),
    });
    expect(await broken.desk.print(receipt.code, view.msisdn, 'customer')).toBe('failed');
    expect(await broken.desk.save(receipt.code, view.msisdn, 'customer')).toEqual({ state: 'failed' });
    expect(broken.bugs).toHaveLength(2);
  });
});
