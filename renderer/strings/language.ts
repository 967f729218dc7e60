import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../../shared/domain/language';

/** The language of the screen and the switch to another, which takes effect at once. */
export function useLanguage(): {
  readonly language: Language;
  readonly switchTo: (language: Language) => void;
} {
  const { i18n } = useTranslation();
  const language = languages.find((known) => known === i18n.language) ?? languages[0];
  return {
    language,
    switchTo: (next) => {
      void i18n.changeLanguage(next);
    },
  };
}
