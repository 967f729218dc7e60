import { Delete } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import './Keypad.css';

export interface KeypadProps {
  readonly onDigit: (digit: string) => void;
  readonly onDelete: () => void;
  readonly onClear: () => void;
}

const digitsBeforeZero = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Big digits in telephone order. The system's own keyboard is never shown. */
export function Keypad({ onDigit, onDelete, onClear }: KeypadProps) {
  const { t } = useTranslation('selfservice');
  const digitKey = (digit: string) => (
    <button key={digit} type="button" className="keypad-key" onClick={() => onDigit(digit)}>
      {digit}
    </button>
  );
  return (
    <div className="keypad" role="group" aria-label={t('keypad.label')}>
      {digitsBeforeZero.map(digitKey)}
      <button type="button" className="keypad-key keypad-clear" onClick={onClear}>
        {t('keypad.clear')}
      </button>
      {digitKey('0')}
      <button type="button" className="keypad-key" aria-label={t('keypad.delete')} onClick={onDelete}>
        <Delete aria-hidden="true" strokeWidth={1.75} />
      </button>
    </div>
  );
}
