import { Printer, ReceiptText } from 'lucide-react';
import { use, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from '../../../shared/view/receipt';
import { invoke } from '../../bridge';
import { Button } from '../../components/Button';
import { usePrinting } from '../../printing';
import { useLanguage } from '../../strings/language';
import { HiddenAmounts } from '../hiddenAmounts';
import { SubjectPage } from '../customer/SubjectPage';
import { BigCode } from './BigCode';
import { TicketState } from './TicketState';
import './ReceiptPage.css';

export interface ReceiptPageProps {
  /** Its id; `null`: of what the customer sees. */
  readonly order: string | null;
  readonly hasPrinter: boolean;
}

/** A receipt of what the customer sees or ordered: on paper where there is a printer, as a code in any case. */
export function ReceiptPage({ order, hasPrinter }: ReceiptPageProps) {
  const { t } = useTranslation('receipt');
  const { language } = useLanguage();
  const [receipt, setReceipt] = useState<Receipt | 'making' | 'failed'>('making');
  const { state, print } = usePrinting();
  const amountsHidden = use(HiddenAmounts);
  // The receipt is made anew for another language; paper is used again only when it is asked for.
  const isPrinted = useRef(false);

  useEffect(() => {
    let stale = false;
    void invoke('receipt:make', { language, ...(order !== null && { order }) }).then((answer) => {
      if (stale) return;
      setReceipt(answer.ok ? answer.value : 'failed');
      if (!answer.ok || !hasPrinter || isPrinted.current) return;
      isPrinted.current = true;
      print(answer.value.code);
    });
    return () => {
      stale = true;
    };
  }, [language, order, hasPrinter, print]);

  return (
    <SubjectPage
      icon={ReceiptText}
      title={t('kiosk.title')}
      {...(order === null && { lead: t('kiosk.lead') })}
    >
      <div className="receiptPage">
        {receipt === 'making' && <p role="status">{t('kiosk.making')}</p>}
        {receipt === 'failed' && (
          <p role="alert" className="receiptPage-state">
            {t('kiosk.failed')}
          </p>
        )}
        {typeof receipt !== 'string' && (
          <>
            <p role="status" className="receiptPage-state">
              {hasPrinter ? (
                <TicketState state={state === 'not' ? 'printing' : state} instead={t('kiosk.instead')} />
              ) : (
                t('kiosk.onScreen')
              )}
            </p>
            <dl className="receiptPage-facts">
              <dt>{t('kiosk.madeAt')}</dt>
              <dd>{receipt.madeAt}</dd>
              <dt>{t('kiosk.number')}</dt>
              <dd>{receipt.numberMasked}</dd>
              {receipt.kind === 'view' ? (
                <>
                  <dt>{receipt.main.label}</dt>
                  <dd>{amountsHidden ? t('kiosk.hidden') : receipt.main.amount}</dd>
                </>
              ) : (
                <>
                  <dt>{receipt.title}</dt>
                  <dd>{receipt.stateText}</dd>
                </>
              )}
            </dl>
            <BigCode code={receipt.code} label={t('kiosk.code')} small />
            <p className="receiptPage-note">{t(`kiosk.${receipt.verifiedBy}`)}</p>
            {hasPrinter && (
              <Button kind="plain" aria-disabled={state === 'printing'} onClick={() => print(receipt.code)}>
                <Printer aria-hidden="true" />
                {t('kiosk.again')}
              </Button>
            )}
          </>
        )}
      </div>
    </SubjectPage>
  );
}
