import { Delete } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/language';
import { useLanguage } from '../../strings/language';
import './LetterKeys.css';

export interface LetterKeysProps {
  readonly onType: (character: string) => void;
  readonly onDelete: () => void;
}

/** As the keyboards of each language have them; accents are not needed for a search. */
const rows: Readonly<Record<Language, readonly string[]>> = {
  fr: ['azertyuiop', 'qsdfghjklm', 'wxcvbn'],
  en: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
};

/** Letters to touch. The system's own keyboard is never shown. */
export function LetterKeys({ onType, onDelete }: LetterKeysProps) {
  const { t } = useTranslation('help');
  const { language } = useLanguage();
  return (
    <div className="letterKeys" role="group" aria-label={t('letters')}>
      {rows[language].map((row, index) => (
        <div key={row} className="letterKeys-row">
          {Array.from(row, (letter) => (
            <button key={letter} type="button" className="letterKeys-key" onClick={() => onType(letter)}>
              {letter}
            </button>
          ))}
          {index === rows[language].length - 1 && (
            <button type="button" className="letterKeys-key" aria-label={t('delete')} onClick={onDelete}>
              <Delete aria-hidden="true" />
            </button>
          )}
        </div>
      ))}
      <div className="letterKeys-row">
        <button type="button" className="letterKeys-key letterKeys-space" onClick={() => onType(' ')}>
          {t('space')}
        </button>
      </div>
    </div>
  );
}
