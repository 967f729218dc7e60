import type { CacheLocation } from './db/cache';
import type { KeyStore } from './db/databaseKey';
import type { TicketPrinter } from './services/ticketDesk';
import type { ProcessHandle } from './supervisedSync';

/** What the program uses of the machine and of Electron. */
export interface Machine {
  readonly userDataFolder: string;
  readonly logFolder: string;
  /** This process, when it is to be ended should it hang; `null` where somebody may stop it in a debugger. */
  readonly watchedPid: number | null;
  /** Outside the profile: where it is kept what an old copy of the profile must not undo. */
  readonly stateFolder: string;
  readonly version: string;
  readonly keyStore: KeyStore;
  readonly printer: TicketPrinter;
  /** Where receipts are kept: as the settings say, or in the user's documents. */
  readonly documentsFolder: () => string;
  /** Starts a script of the program in a process of its own. */
  readonly fork: <Message>(script: string) => ProcessHandle<Message>;
  readonly sinceStartMs: () => number;
  /** How long nobody has touched it. */
  readonly idleSeconds: () => number;
  /** Holds the window as a kiosk, or lets it be a window. */
  readonly setKiosk: (on: boolean) => void;
  readonly quit: () => void;
  /** Ends the program and starts it anew. */
  readonly restart: () => void;
  /** Ends the services and starts them anew, and the page with them. */
  readonly restartServices: () => void;
  /** Ends the services, takes everything off the device, and starts the program anew to be set up. */
  readonly wipe: (cache: CacheLocation) => void;
  /** Empties what the machine keeps of copied and of selected text. */
  readonly clearClipboards: () => void;
}
