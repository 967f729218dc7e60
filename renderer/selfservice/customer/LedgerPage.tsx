import {
  ArrowDownLeft,
  ArrowRightLeft,
  ArrowUpRight,
  CalendarX2,
  CircleHelp,
  History,
  Lock,
  LockOpen,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerLabel } from '../../../shared/domain/ledger';
import type { LedgerLineView } from '../../../shared/view/customerView';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Amount } from './Amount';
import { DetailPage, type PageProps } from './DetailPage';
import './LedgerPage.css';

const icons: Readonly<Record<LedgerLabel, LucideIcon>> = {
  granted: ArrowDownLeft,
  used: ArrowUpRight,
  moved: ArrowRightLeft,
  expired: CalendarX2,
  reserved: Lock,
  released: LockOpen,
  unexplained: CircleHelp,
};

const shownAtFirst = 30;

/** "Que s’est-il passé ?": each change of each balance that was seen here, as a line running back in time. */
export function LedgerPage({ view, sync }: PageProps) {
  const { t } = useTranslation('selfservice');
  const charts = useTranslation('charts').t;
  const [all, setAll] = useState(false);
  const lines = all ? view.ledger : view.ledger.slice(0, shownAtFirst);
  const older = view.ledger.length - lines.length;
  return (
    <DetailPage view={view} sync={sync} icon={History} title={t('ledger.title')} lead={t('ledger.lead')}>
      {view.ledger.length === 0 && <EmptyState icon={History} title={t('ledger.none')} />}
      {[...byDay(lines)].map(([date, ofDay]) => (
        <section key={date} className="ledgerDay" aria-label={date}>
          <h2>{date}</h2>
          <ol>
            {ofDay.map((line, index) => (
              // Two lines may be equal in all they show.
              <LedgerLine key={index} line={line} />
            ))}
          </ol>
        </section>
      ))}
      {older > 0 && (
        <Button kind="plain" className="ledgerPage-more" onClick={() => setAll(true)}>
          {charts('ledger.more', { count: older })}
        </Button>
      )}
    </DetailPage>
  );
}

function LedgerLine({
  line: { time, label, labelText, account, change },
}: {
  readonly line: LedgerLineView;
}) {
  const { t } = useTranslation('charts');
  const Icon = icons[label];
  return (
    <li className={`ledgerLine ledgerLine-${label}`}>
      <span className="ledgerLine-sign" aria-hidden="true">
        <Icon />
      </span>
      <h3>
        <bdi>{account}</bdi>
      </h3>
      <p className="ledgerLine-what">
        {labelText}, {t('ledger.when', { time })}
      </p>
      <Amount figure={change} className="ledgerLine-change" />
    </li>
  );
}

function byDay(lines: readonly LedgerLineView[]): ReadonlyMap<string, readonly LedgerLineView[]> {
  const days = new Map<string, LedgerLineView[]>();
  for (const line of lines) {
    const ofDay = days.get(line.at.date);
    if (ofDay === undefined) days.set(line.at.date, [line]);
    else ofDay.push(line);
  }
  return days;
}
