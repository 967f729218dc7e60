import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProvisioningSummary } from '../../shared/ipc/commands/provisioning';
import { Button } from '../components/Button';
import { SetUpTitle } from './SetUpTitle';
import './setUp.css';

export interface SetUpAgreementProps {
  readonly summary: ProvisioningSummary;
  /** @param agreedKey the operator's key that was compared; `null` where one is pinned already */
  readonly onAgree: (agreedKey: string | null) => void;
  readonly onBack: () => void;
}

/** What the file makes of this machine, before it does. */
export function SetUpAgreement({ summary, onAgree, onBack }: SetUpAgreementProps) {
  const { t } = useTranslation('setUp');
  const [isCompared, setIsCompared] = useState(false);
  const { shop, market, mode, device, serial, feedHost, fingerprint, firstUse, moves, operatorKey } = summary;
  const facts = [
    ['shop', shop.name === '' ? shop.id : `${shop.name} (${shop.id})`],
    ['device', device],
    ['mode', t(`modes.${mode}`)],
    ['market', t(`markets.${market}`)],
    ['feed', feedHost],
    ['serial', String(serial)],
  ] as const;
  return (
    <div className="setUp">
      <SetUpTitle>{t('agreementTitle')}</SetUpTitle>
      <p className="setUp-lead">{t(moves ? 'agreementMoves' : 'agreementLead')}</p>
      <dl className="setUp-facts">
        {facts.map(([name, value]) => (
          <div key={name} className="setUp-fact">
            <dt>{t(`facts.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section className="setUp-key" aria-labelledby="setUp-key">
        <h2 id="setUp-key" className="setUp-heading">
          {t('fingerprint')}
        </h2>
        <p className="setUp-fingerprint">{fingerprint}</p>
        {firstUse ? (
          <>
            <p>{t('compare')}</p>
            <label className="setUp-compared">
              <input
                type="checkbox"
                checked={isCompared}
                onChange={({ target }) => setIsCompared(target.checked)}
              />
              <span>{t('compared')}</span>
            </label>
          </>
        ) : (
          <p>{t('pinned')}</p>
        )}
      </section>
      <div className="setUp-actions">
        <Button
          kind="main"
          disabled={firstUse && !isCompared}
          onClick={() => onAgree(firstUse ? operatorKey : null)}
        >
          {t('agree')}
        </Button>
        <Button kind="plain" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </div>
  );
}
