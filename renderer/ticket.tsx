/** The page that nobody sees: one ticket, as the main process wants it printed. */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Ticket as TicketContent } from '../shared/view/receipt';
import { Ticket } from './components/Ticket';
import { startTranslation } from './strings/translation';
import './theme/fonts.css';
import './ticket.css';

declare global {
  interface Window {
    /** Shows the ticket and tells, once its fonts are there, how high it is in CSS pixels. */
    showTicket: (contentJson: string) => Promise<number>;
  }
}

interface Content {
  readonly ticket: TicketContent;
  readonly widthMm: 58 | 80;
}

startTranslation();
const holder = document.getElementById('root');
if (holder === null) throw new Error('The page has no root.');
const root = createRoot(holder);

window.showTicket = async (contentJson) => {
  // The main process is the trusted side, so what it says is not checked again.
  const { ticket, widthMm } = JSON.parse(contentJson) as Content;
  document.documentElement.lang = ticket.language;
  flushSync(() => root.render(<Ticket ticket={ticket} widthMm={widthMm} />));
  await document.fonts.ready;
  return Math.ceil(holder.getBoundingClientRect().height);
};
