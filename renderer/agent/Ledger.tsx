import { Flag } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerLineView } from '../../shared/view/customerView';
import { invoke } from '../bridge';
import { Figure } from '../components/Figure';
import { Fold } from './Fold';
import './Ledger.css';
import './Lines.css';
import { Nothing, Section } from './Section';

const shownAtFirst = 8;

/** What came and went, newest first; what nothing explains carries a flag. */
export function Ledger({ ledger }: { readonly ledger: readonly LedgerLineView[] }) {
  const { t } = useTranslation('agent');
  const [unfolded, setUnfolded] = useState(false);
  const unexplained = ledger.filter((line) => line.label === 'unexplained').length;
  const lines = unfolded ? ledger : ledger.slice(0, shownAtFirst);
  return (
    <Section
      title={t('ledger.title')}
      anchor="ledger"
      aside={
        unexplained > 0 && (
          <span className="ledger-count">
            <Flag aria-hidden="true" />
            {t('ledger.unexplained', { count: unexplained })}
          </span>
        )
      }
    >
      {ledger.length === 0 && <Nothing>{t('ledger.none')}</Nothing>}
      <ol className="lines">
        {lines.map((line, position) => (
          // A line has no id of its own; its place from the oldest never changes.
          <Line key={ledger.length - position} line={line} />
        ))}
      </ol>
      {ledger.length > shownAtFirst && (
        <Fold
          label={t('ledger.all', { count: ledger.length })}
          unfolded={unfolded}
          onToggle={(next) => {
            setUnfolded(next);
            if (next) void invoke('audit:noteSection', { section: 'ledger' });
          }}
        />
      )}
    </Section>
  );
}

function Line({ line }: { readonly line: LedgerLineView }) {
  return (
    <li className="lines-two">
      <span className="lines-name" title={line.account}>
        {line.account}
      </span>
      <Figure figure={line.change} form="row" className="lines-figure" />
      <span className="lines-quiet">
        {line.label === 'unexplained' ? (
          <strong className="ledger-unexplained">
            <Flag aria-hidden="true" />
            {line.labelText}
          </strong>
        ) : (
          line.labelText
        )}
        {' · '}
        <time dateTime={line.at.at}>{line.at.dateTime}</time>
      </span>
    </li>
  );
}
