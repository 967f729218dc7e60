import { ArrowBigUp, Delete } from 'lucide-react';
import { useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import './OnScreenKeyboard.css';

export interface OnScreenKeyboardProps {
  readonly onType: (text: string) => void;
  readonly onDelete: () => void;
}

const letterRows = ['1234567890', 'azertyuiop', 'qsdfghjklm', 'wxcvbn'];
const symbolRows = ['1234567890', '@#&%€$£*+=', '-_/\\|()[]{}', '.,;:!?\'"<>~^`'];

/** Letters, digits and signs for a login and a password where there is no keyboard. The focus stays where it is. */
export function OnScreenKeyboard({ onType, onDelete }: OnScreenKeyboardProps) {
  const { t } = useTranslation('maintenance');
  const [layer, setLayer] = useState<'lower' | 'upper' | 'symbols'>('lower');
  const rows = layer === 'symbols' ? symbolRows : letterRows;
  const keepFocus = (event: PointerEvent): void => event.preventDefault();
  const shown = (character: string): string => (layer === 'upper' ? character.toUpperCase() : character);
  return (
    <div className="screenKeyboard" role="group" aria-label={t('keyboard')} onPointerDown={keepFocus}>
      {rows.map((row, number) => (
        <div key={row} className="screenKeyboard-row">
          {number === 3 && (
            <button
              type="button"
              className="screenKeyboard-key screenKeyboard-wide"
              aria-label={t('shift')}
              aria-pressed={layer === 'upper'}
              onClick={() => setLayer(layer === 'upper' ? 'lower' : 'upper')}
            >
              <ArrowBigUp aria-hidden="true" />
            </button>
          )}
          {Array.from(row, (character) => (
            <button
              key={character}
              type="button"
              className="screenKeyboard-key"
              onClick={() => onType(shown(character))}
            >
              {shown(character)}
            </button>
          ))}
          {number === 3 && (
            <>
              <button
                type="button"
                className="screenKeyboard-key screenKeyboard-wide"
                onClick={() => setLayer(layer === 'symbols' ? 'lower' : 'symbols')}
              >
                {layer === 'symbols' ? 'abc' : '.?#'}
              </button>
              {layer !== 'symbols' && (
                <>
                  <button type="button" className="screenKeyboard-key" onClick={() => onType('.')}>
                    .
                  </button>
                  <button type="button" className="screenKeyboard-key" onClick={() => onType('-')}>
                    -
                  </button>
                </>
              )}
              <button
                type="button"
                className="screenKeyboard-key screenKeyboard-wide"
                aria-label={t('delete')}
                onClick={onDelete}
              >
                <Delete aria-hidden="true" />
              </button>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
