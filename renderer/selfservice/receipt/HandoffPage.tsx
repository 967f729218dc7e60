import { Printer, RefreshCw, Store } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffScreen } from '../../../shared/domain/handoffCode';
import type { HandoffMade } from '../../../shared/ipc/commands/handoff';
import { invoke } from '../../bridge';
import { Button } from '../../components/Button';
import { useCountdown } from '../../components/countdown';
import { usePrinting } from '../../printing';
import { useLanguage } from '../../strings/language';
import { SubjectPage } from '../customer/SubjectPage';
import { BigCode } from './BigCode';
import { TicketState } from './TicketState';
import './ReceiptPage.css';

export interface HandoffPageProps {
  /** What the customer was looking at. */
  readonly screen: HandoffScreen;
  readonly hasPrinter: boolean;
}

/** A code that opens the same page at the counter. */
export function HandoffPage({ screen, hasPrinter }: HandoffPageProps) {
  const { t } = useTranslation('receipt');
  const { language } = useLanguage();
  const [made, setMade] = useState<HandoffMade | { readonly state: 'making' | 'failed' }>({
    state: 'making',
  });
  const [turn, setTurn] = useState(0);
  const { state: printState, print, forget } = usePrinting();
  const [secondsLeft, startCountdown] = useCountdown();

  useEffect(() => {
    let stale = false;
    void invoke('handoff:make', { screen, language }).then((answer) => {
      if (stale) return;
      forget();
      setMade(answer.ok ? answer.value : { state: 'failed' });
      startCountdown(answer.ok && answer.value.state === 'made' ? answer.value.validSeconds : 0);
    });
    return () => {
      stale = true;
    };
  }, [screen, language, turn, startCountdown, forget]);

  const time = `${Math.floor(secondsLeft / 60)}:${String(secondsLeft % 60).padStart(2, '0')}`;
  const isUsable = made.state === 'made' && secondsLeft > 0;
  return (
    // With each code that is asked for anew, the focus goes to the title: the button that asks for it goes.
    <SubjectPage
      key={turn}
      icon={Store}
      title={t('kiosk.handoff.title')}
      {...(isUsable && { lead: t('kiosk.handoff.lead') })}
    >
      <div className="receiptPage">
        {made.state === 'making' && <p role="status">{t('kiosk.making')}</p>}
        {isUsable && (
          <>
            <BigCode code={made.code} label={t('kiosk.handoff.code')} />
            <p className="receiptPage-left" role="timer">
              {t('kiosk.handoff.left', { time })}
            </p>
            <p className="receiptPage-note">{t('kiosk.handoff.once')}</p>
            {hasPrinter && (
              <>
                <Button
                  kind="plain"
                  aria-disabled={printState === 'printing'}
                  onClick={() => print(made.code)}
                >
                  <Printer aria-hidden="true" />
                  {t('kiosk.handoff.printCode')}
                </Button>
                <p role="status">
                  <TicketState state={printState} instead={t('kiosk.instead')} />
                </p>
              </>
            )}
          </>
        )}
        {made.state === 'made' && !isUsable && (
          <>
            <div className="receiptPage-call" role="status">
              <p>{t('kiosk.handoff.over')}</p>
              <p className="receiptPage-callNote">{t('kiosk.handoff.overAdvice')}</p>
            </div>
            <Button kind="main" className="detailPage-foot" onClick={() => setTurn((now) => now + 1)}>
              <RefreshCw aria-hidden="true" />
              {t('kiosk.handoff.renew')}
            </Button>
          </>
        )}
        {made.state !== 'making' && made.state !== 'made' && (
          <>
            <p className="receiptPage-call">{t('kiosk.handoff.without')}</p>
            {made.state !== 'failed' && (
              <p className="receiptPage-note">{t(`kiosk.handoff.${made.state}`)}</p>
            )}
          </>
        )}
      </div>
    </SubjectPage>
  );
}
