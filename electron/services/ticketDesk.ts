/**
 * Prints and keeps tickets. Only what was made here last can be printed, by its code: nothing that a page says gets
 * onto paper.
 */
import type { Actor } from '../../shared/domain/order';
import type { AuditAction, AuditDetails } from '../../shared/ipc/auditWords';
import type { PrintOutcome, SaveOutcome } from '../../shared/ipc/commands/receipt';
import type { CounterTicket, Ticket } from '../../shared/view/receipt';
import type { CacheWriter } from '../db/connection';
import type { AuditLog } from './audit';
import { writeTicketFile } from './ticketFile';

export type TicketWidth = 58 | 80;

/** The machine's way to paper and to PDF. */
export interface TicketPrinter {
  /** @param name of the printer, as the system knows it */
  readonly print: (ticket: Ticket, name: string, widthMm: TicketWidth) => Promise<PrintOutcome>;
  readonly pdf: (ticket: Ticket, widthMm: TicketWidth) => Promise<Uint8Array>;
}

export interface TicketDesk {
  /** @param of whose ticket it is, E.164 digits; `null`: nobody's */
  readonly keep: (ticket: Ticket, of: string | null) => void;
  /** `null`: no ticket of this code was made last for whom `of` names. */
  readonly print: (code: string, of: string | null, actor: Actor) => Promise<PrintOutcome | null>;
  /** A ticket that carries nothing of anybody. */
  readonly printEmpty: (ticket: CounterTicket) => Promise<PrintOutcome>;
  readonly save: (code: string, of: string | null, actor: Actor) => Promise<SaveOutcome | null>;
}

export interface TicketDeskOptions {
  readonly printer: TicketPrinter;
  readonly settings: { readonly name: string | null; readonly widthMm: TicketWidth };
  /** Where files go: named by the settings, or the user's own documents. */
  readonly folder: { readonly kind: 'settings' | 'documents'; readonly path: string };
  /** Whether all of a line may be seen at this moment: it may have become inactive since its ticket was made. */
  readonly isActive: (msisdn: string) => Promise<boolean>;
  readonly writer: CacheWriter;
  readonly audit: AuditLog;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  /** Told once of each bug on the way to paper. */
  readonly reportBug: (problem: unknown) => void;
}

export function createTicketDesk({
  printer,
  settings,
  folder,
  isActive,
  writer,
  audit,
  now,
  reportBug,
}: TicketDeskOptions): TicketDesk {
  let kept: { readonly ticket: Ticket; readonly of: string | null } | null = null;

  async function find(code: string, of: string | null): Promise<Ticket | null> {
    const ticket = kept?.of === of ? kept.ticket : null;
    if (ticket?.code !== code) return null;
    return of === null || !isForActiveLines(ticket) || (await isActive(of)) ? ticket : null;
  }

  const log = (
    actor: Actor,
    action: AuditAction,
    of: string | null,
    ticket: Ticket,
    outcome: AuditDetails['outcome'] & string,
  ) =>
    writer.transaction((transaction) =>
      audit.append(transaction, {
        at: now(),
        actor,
        action,
        subject: of === null ? 'nobody' : `subscriber:${of}`,
        details: { kind: ticket.kind, outcome },
      }),
    );

  async function printed(ticket: Ticket): Promise<PrintOutcome> {
    if (settings.name === null) return 'noPrinter';
    try {
      return await printer.print(ticket, settings.name, settings.widthMm);
    } catch (problem) {
      reportBug(problem);
      return 'failed';
    }
  }

  async function saved(ticket: Ticket): Promise<SaveOutcome> {
    let pdf: Uint8Array;
    try {
      pdf = await printer.pdf(ticket, settings.widthMm);
    } catch (problem) {
      reportBug(problem);
      return { state: 'failed' };
    }
    const file = await writeTicketFile(folder.path, pdf, now());
    return file.ok ? { state: 'saved', folder: folder.kind, fileName: file.fileName } : { state: file.error };
  }

  return {
    keep(ticket, of) {
      kept = { ticket, of };
    },
    async print(code, of, actor) {
      const ticket = await find(code, of);
      if (ticket === null) return null;
      const outcome = await printed(ticket);
      await log(actor, 'receipt:printed', of, ticket, outcome);
      return outcome;
    },
    printEmpty: printed,
    async save(code, of, actor) {
      const ticket = await find(code, of);
      if (ticket === null) return null;
      const outcome = await saved(ticket);
      await log(actor, 'receipt:saved', of, ticket, outcome.state);
      return outcome;
    },
  };
}

/** Whether it says more than every line shows, whatever its status. */
function isForActiveLines(ticket: Ticket): boolean {
  return (
    ticket.kind === 'order' || (ticket.kind === 'view' && ticket.groups.length + ticket.allowances.length > 0)
  );
}
