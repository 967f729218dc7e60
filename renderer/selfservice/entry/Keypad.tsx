import { Delete } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import './Keypad.css';

export interface KeypadProps {
  readonly onDigit: (digit: string) => void;
  readonly onDelete: () => void;
  readonly onClear: () => void;
  /** Of a hardware keyboard, where no form has a field for it. */
  readonly onEnter?: (() => void) | undefined;
}

const digitsBeforeZero = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Big digits in telephone order, or those of a hardware keyboard. The system's own keyboard is never shown. */
export function Keypad({ onDigit, onDelete, onClear, onEnter }: KeypadProps) {
  const { t } = useTranslation('selfservice');
  const pressKey = useEffectEvent(({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent): void => {
    // A field takes its keys itself, and a dialog those of the page under it.
    if (ctrlKey || altKey || metaKey || target instanceof HTMLInputElement) return;
    if (document.querySelector('dialog[open]') !== null) return;
    if (/^\d$/.test(key)) onDigit(key);
    else if (key === 'Backspace') onDelete();
    else if (key === 'Escape' || key === 'Delete') onClear();
    else if (key === 'Enter' && !(target instanceof HTMLButtonElement)) onEnter?.();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => pressKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
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
