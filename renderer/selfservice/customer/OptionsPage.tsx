import { Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { sectionPath } from '../../../shared/ussd/paths';
import type { OptionView } from '../../../shared/view/customerView';
import { EmptyState } from '../../components/EmptyState';
import { KioskRow } from './KioskRow';
import { DetailPage, type PageProps } from './DetailPage';
import { UnknownSection } from './UnknownSection';
import { UssdHint } from './UssdHint';

/** The options of the line, those in force first. */
export function OptionsPage({ view, sync, market }: PageProps & { readonly market: MarketPack }) {
  const { t } = useTranslation('selfservice');
  const { options } = view;
  return (
    <DetailPage view={view} sync={sync} icon={Layers} title={t('options.title')} lead={t('options.lead')}>
      {options === null ? (
        <UnknownSection />
      ) : options.length === 0 ? (
        <EmptyState icon={Layers} title={t('options.none')} advice={t('options.noneAdvice')} />
      ) : (
        <ul>
          {options
            .toSorted((one, other) => Number(one.expired) - Number(other.expired))
            .map((option) => (
              <Option key={option.code} option={option} />
            ))}
        </ul>
      )}
      <UssdHint path={sectionPath('options', market)} />
    </DetailPage>
  );
}

function Option({ option }: { readonly option: OptionView }) {
  const { t } = useTranslation('selfservice');
  const { activatedAt, expiresAt, expired, renews } = option;
  const end =
    expiresAt === null
      ? null
      : expired
        ? t('options.endedOn', { date: expiresAt.date })
        : t(renews === true ? 'options.renewsOn' : 'options.endsOn', {
            date: expiresAt.date,
            relative: expiresAt.relative,
          });
  return (
    <KioskRow
      title={option.label}
      notes={[end, activatedAt === null ? null : t('options.since', { date: activatedAt.date })]}
    >
      {t(expired ? 'options.expired' : 'options.active')}
    </KioskRow>
  );
}
