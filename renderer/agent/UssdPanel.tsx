import { Delete, MessageSquare } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../shared/domain/market';
import { Button } from '../components/Button';
import { useUssdWalk } from '../ussdWalk';
import { SidePanel } from './SidePanel';
import './UssdPanel.css';

const keypad = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

export interface UssdPanelProps {
  readonly market: MarketPack;
  readonly onHide: () => void;
}

/** What the customer sees on their own phone after #122#, key by key, from the real engine. */
export function UssdPanel({ market, onHide }: UssdPanelProps) {
  const { t } = useTranslation(['agent', 'common', 'orders']);
  const code = market.serviceCodes.consumption;
  const { state, dialled, ended, send, redial } = useUssdWalk(code);
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => input.current?.focus(), [ended]);

  return (
    <SidePanel
      title={t('ussd.title', { code })}
      explain={t('ussd.explain')}
      hideLabel={t('ussd.hide')}
      onHide={onHide}
    >
      <form
        className="ussdPanel-phone"
        onSubmit={(event) => {
          event.preventDefault();
          if (ended) redial();
          else if (typed !== '') send(typed);
          setTyped('');
        }}
      >
        <p className="ussdPanel-path">{dialled}</p>
        {state.kind === 'screen' && state.screen.wouldOrder === true && (
          <p role="status">{t('orders:ussd.counter')}</p>
        )}
        <div className="ussdPanel-screen" role="status">
          {state.kind === 'failed' && <p>{t(`common:errors.${state.error}.title`)}</p>}
          {state.kind === 'screen' && <p>{state.screen.text}</p>}
          {state.kind === 'screen' &&
            state.screen.message?.map((part) => (
              <p key={part} className="ussdPanel-message">
                <MessageSquare aria-hidden="true" />
                {part}
              </p>
            ))}
        </div>
        <div className="ussdPanel-answer">
          <input
            ref={input}
            className="ussdPanel-input"
            type="text"
            inputMode="tel"
            autoComplete="off"
            maxLength={20}
            readOnly={ended}
            aria-label={t('ussd.answer')}
            value={typed}
            onChange={({ target }) => setTyped(target.value.replace(/[^0-9*#]/g, ''))}
          />
          <button
            type="button"
            className="ussdPanel-erase"
            aria-label={t('ussd.erase')}
            onClick={() => setTyped(typed.slice(0, -1))}
          >
            <Delete aria-hidden="true" />
          </button>
        </div>
        <div className="ussdPanel-keypad">
          {keypad.map((key) => (
            <button
              key={key}
              type="button"
              className="ussdPanel-key"
              disabled={ended}
              onClick={() => {
                setTyped(typed + key);
                input.current?.focus();
              }}
            >
              {key}
            </button>
          ))}
        </div>
        <Button kind="main" type="submit">
          {t(ended ? 'ussd.redial' : 'ussd.send')}
        </Button>
      </form>
    </SidePanel>
  );
}
