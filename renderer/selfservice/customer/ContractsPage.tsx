import { ArrowRight, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import type { LineSwitch } from '../../customerSession';
import { KioskRow } from './KioskRow';
import { DetailPage, type PageProps } from './DetailPage';
import { LineProblemNote } from './LineProblemNote';
import { useLineChoice } from './lineSwitch';
import { UnknownSection } from './UnknownSection';

export interface ContractsPageProps extends PageProps {
  /** By which the customer has shown who they are: E.164 digits. */
  readonly ownLine: string | null;
  readonly onLine: (msisdn: string) => Promise<LineSwitch>;
}

/** The other lines under the same customer, each a touch away. */
export function ContractsPage({ view, sync, ownLine, onLine }: ContractsPageProps) {
  const { t } = useTranslation('selfservice');
  const { opening, problem, choose } = useLineChoice(onLine);
  const { contracts } = view;
  return (
    <DetailPage
      view={view}
      sync={sync}
      icon={Users}
      title={t('contracts.title')}
      lead={t('contracts.lead', { number: view.msisdnText })}
    >
      {contracts === null ? (
        <UnknownSection />
      ) : contracts.length === 0 ? (
        <EmptyState icon={Users} title={t('contracts.none')} />
      ) : (
        <>
          <LineProblemNote problem={problem} />
          <ul>
            {contracts.map(({ msisdn, text }) => (
              <KioskRow key={msisdn} title={text} notes={[msisdn === ownLine ? t('contracts.own') : null]}>
                <Button
                  kind="plain"
                  aria-disabled={opening !== null}
                  aria-label={t('contracts.seeNamed', { number: text })}
                  onClick={() => choose(msisdn)}
                >
                  {t(opening === msisdn ? 'contracts.opening' : 'contracts.see')}
                  <ArrowRight aria-hidden="true" />
                </Button>
              </KioskRow>
            ))}
          </ul>
        </>
      )}
    </DetailPage>
  );
}
