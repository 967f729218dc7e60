import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CounterTicket,
  OrderReceipt,
  Receipt,
  ReceiptAccount,
  Ticket as TicketContent,
  ViewReceipt,
} from '../../shared/view/receipt';
import { QrCode } from './QrCode';
import './Ticket.css';

export interface TicketProps {
  readonly ticket: TicketContent;
  readonly widthMm: 58 | 80;
}

/** What a receipt printer prints, and the preview of it. Its language is its own. */
export function Ticket({ ticket, widthMm }: TicketProps) {
  return (
    <article className={`ticket ticket-${widthMm}`} lang={ticket.language}>
      <header className="ticket-head">
        <span className="ticket-square" aria-hidden="true" />
        <p className="ticket-shop">{ticket.shopName}</p>
      </header>
      {ticket.kind === 'counter' && <Counter ticket={ticket} />}
      {ticket.kind === 'order' && <OrderPart receipt={ticket} />}
      {ticket.kind === 'view' && <ViewPart receipt={ticket} />}
    </article>
  );
}

function useTicketTexts(language: TicketContent['language']) {
  const { i18n } = useTranslation();
  return i18n.getFixedT(language, 'receipt');
}

function ViewPart({ receipt }: { readonly receipt: ViewReceipt }) {
  const t = useTicketTexts(receipt.language);
  const { main, groups, allowances } = receipt;
  return (
    <>
      <h2 className="ticket-title">{t('ticket.view')}</h2>
      <p>{receipt.madeAt}</p>
      <p>{t('ticket.number', { number: receipt.numberMasked })}</p>
      <section className="ticket-main">
        <p>{main.label}</p>
        <p className="ticket-amount">{main.amount}</p>
        {main.expiresOn !== null && (
          <p>{t(main.expired ? 'ticket.expiredOn' : 'ticket.validUntil', { date: main.expiresOn })}</p>
        )}
      </section>
      {groups.map((group) => (
        <section key={group.label} className="ticket-group">
          <Line name={group.label} value={group.totals.join(' + ')} strong />
          {group.accounts.map((account, place) => (
            <div key={place} className="ticket-account">
              <Line name={account.label} value={account.amount} />
              <Details account={account} language={receipt.language} />
            </div>
          ))}
        </section>
      ))}
      {allowances.length > 0 && (
        <section className="ticket-group">
          <Line name={t('ticket.usage')} value="" strong />
          {allowances.map(({ label, used, limit }, place) => (
            <div key={place} className="ticket-account">
              <Line name={label} value={t('ticket.used', { used, limit })} />
            </div>
          ))}
        </section>
      )}
      <Proof receipt={receipt}>{t(`ticket.asOf.${receipt.source}`, { at: receipt.asOf })}</Proof>
    </>
  );
}

function OrderPart({ receipt }: { readonly receipt: OrderReceipt }) {
  const t = useTicketTexts(receipt.language);
  return (
    <>
      <h2 className="ticket-title">{t('ticket.order')}</h2>
      <p>{receipt.madeAt}</p>
      <p>{t('ticket.number', { number: receipt.numberMasked })}</p>
      <section className="ticket-main">
        <p className="ticket-ordered">
          <bdi>{receipt.title}</bdi>
        </p>
        {receipt.payment !== null && <p>{receipt.payment}</p>}
        <p>{t('ticket.placedAt', { at: receipt.placedAt })}</p>
      </section>
      <section className="ticket-group">
        <Line name={receipt.stateText} value="" strong />
        <p>{receipt.explanation}</p>
      </section>
      <Proof receipt={receipt}>{t('ticket.reference', { reference: receipt.reference })}</Proof>
    </>
  );
}

/** What a counter needs to verify the ticket. */
function Proof({ receipt, children }: { readonly receipt: Receipt; readonly children: ReactNode }) {
  const t = useTicketTexts(receipt.language);
  return (
    <footer className="ticket-foot">
      <p>{children}</p>
      <Code code={receipt.code} label={t('ticket.qr', { code: receipt.code })} />
      <p>{t(`ticket.verify.${receipt.verifiedBy}`)}</p>
      <p>{t('ticket.device', { device: receipt.device })}</p>
    </footer>
  );
}

function Details({
  account,
  language,
}: { readonly account: ReceiptAccount } & Pick<ViewReceipt, 'language'>) {
  const t = useTicketTexts(language);
  const details = [
    account.from === null ? null : t('ticket.from', { date: account.from }),
    account.until === null ? null : t('ticket.until', { date: account.until }),
    account.conditions,
    account.reserved === null ? null : t('ticket.reserved', { amount: account.reserved }),
  ].filter((detail) => detail !== null);
  return details.length === 0 ? null : <p className="ticket-details">{details.join(' · ')}</p>;
}

function Counter({ ticket }: { readonly ticket: CounterTicket }) {
  const t = useTicketTexts(ticket.language);
  return (
    <>
      <h2 className="ticket-title">{t('ticket.counter')}</h2>
      <p>{ticket.madeAt}</p>
      {ticket.code === null ? (
        <p className="ticket-main">{t('ticket.counterNothing')}</p>
      ) : (
        <footer className="ticket-foot">
          <Code code={ticket.code} label={t('ticket.qr', { code: ticket.code })} />
          {ticket.until !== null && <p>{t('ticket.counterUntil', { time: ticket.until })}</p>}
        </footer>
      )}
    </>
  );
}

function Line({ name, value, strong = false }: { name: string; value: ReactNode; strong?: boolean }) {
  return (
    <p className={strong ? 'ticket-line ticket-lineStrong' : 'ticket-line'}>
      <bdi className="ticket-name">{name}</bdi>
      <span className="ticket-value">{value}</span>
    </p>
  );
}

function Code({ code, label }: { readonly code: string; readonly label: string }) {
  return (
    <>
      <QrCode code={code.replaceAll('-', '')} label={label} />
      <p className="ticket-code">{code}</p>
    </>
  );
}
