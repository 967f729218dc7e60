import { useTranslation } from 'react-i18next';
import type { OptionView } from '../../shared/view/customerView';
import './Lines.css';
import { NotKnown, Nothing, Section } from './Section';

export interface OptionsProps {
  readonly options: readonly OptionView[] | null;
  readonly path: string;
}

export function Options({ options, path }: OptionsProps) {
  const { t } = useTranslation('agent');
  return (
    <Section title={t('options.title')} path={path} anchor="options">
      {options === null && <NotKnown />}
      {options?.length === 0 && <Nothing>{t('options.none')}</Nothing>}
      <ul className="lines">
        {options?.map((option) => (
          <li key={option.code}>
            <span className="lines-name" title={option.label}>
              {option.label}
            </span>
            <OptionEnd option={option} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OptionEnd({ option }: { readonly option: OptionView }) {
  const { t } = useTranslation('agent');
  if (option.expiresAt === null) return <span className="lines-quiet">{t('options.noEnd')}</span>;
  const key = option.expired ? 'options.ended' : option.renews === true ? 'options.renews' : 'options.ends';
  return <span className="lines-quiet">{t(key, { date: option.expiresAt.date })}</span>;
}
