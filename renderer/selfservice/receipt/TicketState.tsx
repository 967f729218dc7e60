import { useTranslation } from 'react-i18next';
import type { PrintState } from '../../printing';

export interface TicketStateProps {
  readonly state: PrintState;
  /** What the customer does where there is no ticket. */
  readonly instead: string;
}

/** What became of a ticket, in a customer's words: but for paper, what ails the printer is for the staff to know. */
export function TicketState({ state, instead }: TicketStateProps) {
  const { t } = useTranslation('receipt');
  switch (state) {
    case 'not':
      return null;
    case 'printed':
      return t('kiosk.takeTicket');
    case 'printing':
    case 'unavailable':
      return t(`print.${state}`);
    case 'paperOut':
      return `${t('print.paperOut')} ${instead}`;
    default:
      return `${t('kiosk.notPrinted')} ${instead}`;
  }
}
