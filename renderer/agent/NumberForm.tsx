import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button';
import './OrderPanel.css';

interface NumberFormProps {
  readonly example: string;
  readonly typed: string;
  readonly onType: (number: string) => void;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** A preferred number, typed. */
export function NumberForm({ example, typed, onType, onDone, onBack }: NumberFormProps) {
  const { t } = useTranslation('orders');
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <form
      className="orderPanel-said"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onDone();
      }}
    >
      <label className="orderPanel-field">
        {t('number.typed')}
        <input
          ref={input}
          type="text"
          inputMode="tel"
          autoComplete="off"
          maxLength={30}
          placeholder={example}
          value={typed}
          onChange={({ target }) => onType(target.value)}
        />
      </label>
      <Button kind="main" type="submit">
        {t('number.next')}
      </Button>
      <Button kind="plain" onClick={onBack}>
        {t('quote.back')}
      </Button>
    </form>
  );
}
