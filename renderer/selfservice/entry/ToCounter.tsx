import { Printer, Store } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { usePrinting } from '../../printing';
import { useLanguage } from '../../strings/language';
import { SubjectPage } from '../customer/SubjectPage';
import { FrameBottom } from '../frame/FrameBottom';
import { ScreenBody } from '../frame/ScreenBody';
import { TicketState } from '../receipt/TicketState';
import '../receipt/ReceiptPage.css';

export interface ToCounterProps {
  readonly hasPrinter: boolean;
  readonly onBack: () => void;
  readonly onLeave: () => void;
}

/**
 * On to the counter for who cannot show who they are. It says the same to everybody, and carries nothing: whether the
 * number that was typed is one of the shop's is told neither here nor on the ticket.
 */
export function ToCounter({ hasPrinter, onBack, onLeave }: ToCounterProps) {
  const { t } = useTranslation('receipt');
  const { language } = useLanguage();
  const content = useRef<HTMLElement>(null);
  const { state, printEmpty } = usePrinting();
  return (
    <>
      <ScreenBody name="toCounter" content={content}>
        <SubjectPage icon={Store} title={t('kiosk.handoff.title')} lead={t('kiosk.handoff.notIdentified')}>
          <div className="receiptPage">
            <p className="receiptPage-call">{t('kiosk.handoff.without')}</p>
            {hasPrinter && (
              <>
                <Button kind="main" aria-disabled={state === 'printing'} onClick={() => printEmpty(language)}>
                  <Printer aria-hidden="true" />
                  {t('kiosk.handoff.ticket')}
                </Button>
                <p role="status" className="receiptPage-state">
                  <TicketState state={state} instead={t('kiosk.handoff.numberIsEnough')} />
                </p>
              </>
            )}
          </div>
        </SubjectPage>
      </ScreenBody>
      <FrameBottom content={content} back={{ label: t('kiosk.back'), onBack }} onEnd={onLeave} />
    </>
  );
}
