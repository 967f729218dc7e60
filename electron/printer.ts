/** Tickets on paper and as PDF: a page that nobody sees, printed without a dialog and under a name that says nothing. */
import { BrowserWindow, session, type WebContents } from 'electron';
import type { PrintOutcome } from '../shared/ipc/commands/receipt';
import type { Ticket } from '../shared/view/receipt';
import { confineSession, ticketUrl } from './confinement';
import { printerProblem } from './printerState';
import { createTurns } from './services/inTurn';
import type { TicketPrinter, TicketWidth } from './services/ticketDesk';

const printDeadlineMs = 30_000;
/** For all of a ticket: only a page that hangs, or whose process died, takes longer than a printer may. */
const ticketDeadlineMs = printDeadlineMs + 15_000;
const mmPerInch = 25.4;
const pixelsPerInch = 96;
const micronsPerInch = 25_400;
/** Rounding never pushes the last line to a second page. */
const sparePixels = 2;

/** @param rendererFolder holds the page of a ticket */
export function openTicketPrinter(rendererFolder: string): TicketPrinter {
  let isConfined = false;

  // Of its own and not persisted: it shares nothing with the page of the program.
  const ticketSession = () => {
    const own = session.fromPartition('comptoir-ticket');
    if (!isConfined) confineSession(own, rendererFolder);
    isConfined = true;
    return own;
  };

  /** One ticket at a time. */
  const inTurn = createTurns();

  async function withPage<Result>(
    ticket: Ticket,
    widthMm: TicketWidth,
    work: (page: WebContents, heightPixels: number) => Promise<Result>,
  ): Promise<Result> {
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: ticketSession(),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        devTools: false,
        spellcheck: false,
        disableDialogs: true,
      },
    });
    async function shownAndDone(): Promise<Result> {
      const { webContents } = window;
      await window.loadURL(ticketUrl);
      // Not through the address: addresses end up in messages and histories.
      const ticketJson = JSON.stringify(JSON.stringify({ ticket, widthMm }));
      const height: unknown = await webContents.executeJavaScript(`window.showTicket(${ticketJson})`);
      if (typeof height !== 'number') throw new TypeError('The page of a ticket says how high it is.');
      return work(webContents, height + sparePixels);
    }
    let deadline: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      deadline = setTimeout(
        () => reject(new Error('The page of a ticket does not answer.')),
        ticketDeadlineMs,
      );
    });
    try {
      // The tickets after it wait for this one.
      return await Promise.race([shownAndDone(), late]);
    } finally {
      clearTimeout(deadline);
      window.destroy();
    }
  }

  return {
    print: (ticket, name, widthMm) =>
      inTurn(() =>
        withPage(ticket, widthMm, async (page, heightPixels) => {
          const printer = (await page.getPrintersAsync()).find((known) => known.name === name);
          if (printer === undefined) return 'unknownPrinter';
          const problem = printerProblem(printer.options);
          if (problem !== null) return problem;
          const pageSize = {
            width: widthMm * 1_000,
            height: Math.ceil((heightPixels / pixelsPerInch) * micronsPerInch),
          };
          return printed(page, name, pageSize);
        }),
      ),
    pdf: (ticket, widthMm) =>
      inTurn(() =>
        withPage(ticket, widthMm, (page, heightPixels) =>
          page.printToPDF({
            pageSize: { width: widthMm / mmPerInch, height: heightPixels / pixelsPerInch },
            margins: { top: 0, right: 0, bottom: 0, left: 0 },
            printBackground: true,
            generateTaggedPDF: true,
          }),
        ),
      ),
  };
}

function printed(
  page: WebContents,
  deviceName: string,
  pageSize: { readonly width: number; readonly height: number },
): Promise<PrintOutcome> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => resolve('failed'), printDeadlineMs);
    const margins = { marginType: 'none' } as const;
    page.print(
      { silent: true, deviceName, pageSize, margins, color: false, printBackground: true },
      (success) => {
        clearTimeout(deadline);
        resolve(success ? 'printed' : 'failed');
      },
    );
  });
}
