/** Puts together what is signed and printed: receipts, hand-off codes, the desk of their tickets. A part of composition.ts. */
import type { Language } from '../shared/domain/language';
import type { MarketPack } from '../shared/domain/market';
import type { Settings } from '../shared/domain/settings';
import type { PrintOutcome } from '../shared/ipc/commands/receipt';
import type { CacheReader, CacheWriter } from './db/connection';
import type { AuditLog } from './services/audit';
import type { CustomerService } from './services/customer';
import { createHandoffService, type HandoffService } from './services/handoffs';
import { createReceiptMaking, type MakeReceipt } from './services/receiptMaking';
import { createReceiptService, type ReceiptService } from './services/receipts';
import { createShopKeys } from './services/shopKeys';
import { createTicketDesk, type TicketDesk, type TicketPrinter } from './services/ticketDesk';

export interface Tickets {
  readonly receipts: ReceiptService;
  readonly makeReceipt: MakeReceipt;
  readonly handoffs: HandoffService;
  readonly desk: TicketDesk;
  /** A ticket that leads to the counter and carries nothing of anybody. */
  readonly printEmpty: (language: Language) => Promise<PrintOutcome>;
}

export interface TicketsOptions {
  readonly settings: Settings;
  readonly market: MarketPack;
  readonly customers: CustomerService;
  readonly reader: CacheReader;
  /** Of a connection that outlives a power cut. */
  readonly writer: CacheWriter;
  readonly audit: AuditLog;
  readonly training: boolean;
  readonly keyHex: string;
  /** What the devices of the shop share; `null`: each knows its own codes only. */
  readonly shopSecretHex: string | null;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  readonly printer: TicketPrinter;
  /** Where receipts are kept when the settings name no folder. */
  readonly documentsFolder: () => string;
  readonly reportBug: (problem: unknown) => void;
}

export function openTickets(options: TicketsOptions): Tickets {
  const { settings, market, customers, reader, writer, audit, now } = options;
  const shopName = settings.shop.name;
  const keys = createShopKeys({
    databaseKeyHex: options.keyHex,
    shopSecretHex: options.shopSecretHex,
    shopId: settings.shop.id,
  });
  const receipts = createReceiptService({ keys, market, shopName, now });
  const handoffs = createHandoffService({
    ...{ keys, market, shopName, reader, writer, audit, now },
    onOneMachine: options.training,
  });
  const { pdfFolder } = settings.printer;
  const desk = createTicketDesk({
    ...{ writer, audit, now },
    isActive: customers.isActive,
    printer: options.printer,
    settings: settings.printer,
    folder:
      pdfFolder === undefined
        ? { kind: 'documents', path: options.documentsFolder() }
        : { kind: 'settings', path: pdfFolder },
    reportBug: options.reportBug,
  });
  return {
    receipts,
    makeReceipt: createReceiptMaking({ receipts, reader, customers, market, now }),
    handoffs,
    desk,
    printEmpty: (language) => desk.printEmpty(handoffs.emptyTicket(language)),
  };
}
