import { useTranslation } from 'react-i18next';
import { languages } from '../../shared/domain/language';
import { useLanguage } from '../strings/language';
import './LanguageSwitch.css';

/** FR | EN, at once. Takes the colours of what it stands on. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language, switchTo } = useLanguage();
  return (
    <div className="languageSwitch" role="group" aria-label={t('language.label')}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          className="languageSwitch-choice"
          aria-pressed={each === language}
          aria-label={t(`language.${each}`)}
          onClick={() => switchTo(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
