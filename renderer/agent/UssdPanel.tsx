import { Delete, MessageSquare, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../shared/domain/market';
import type { ErrorCode } from '../../shared/ipc/contract';
import type { UssdScreen } from '../../shared/ussd/engine';
import { invoke } from '../bridge';
import { Button } from '../components/Button';
import { useLanguage } from '../strings/language';
import './UssdPanel.css';

type PanelState =
  | { readonly kind: 'dialling' }
  | { readonly kind: 'screen'; readonly screen: UssdScreen }
  | { readonly kind: 'failed'; readonly error: ErrorCode };

const keypad = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

export interface UssdPanelProps {
  readonly market: MarketPack;
  readonly onHide: () => void;
}

/** What the customer sees on their own phone after #122#, key by key, from the real engine. */
export function UssdPanel({ market, onHide }: UssdPanelProps) {
  const { t } = useTranslation(['agent', 'common']);
  const { language } = useLanguage();
  const code = market.serviceCodes.consumption;
  const [path, setPath] = useState('');
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<PanelState>({ kind: 'dialling' });
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    let stale = false;
    void invoke('ussd:dial', { path, language }).then((answer) => {
      if (stale) return;
      setState(
        answer.ok ? { kind: 'screen', screen: answer.value } : { kind: 'failed', error: answer.error },
      );
    });
    return () => {
      stale = true;
    };
  }, [path, language]);

  const ended = state.kind === 'failed' || (state.kind === 'screen' && state.screen.type === 'END');
  useEffect(() => input.current?.focus(), [ended]);

  const send = (): void => {
    if (typed === '') return;
    setPath(path === '' ? typed : `${path}*${typed}`);
    setTyped('');
  };
  const redial = (): void => {
    setPath('');
    setTyped('');
  };

  return (
    <aside className="ussdPanel" aria-labelledby="ussdPanelTitle">
      <header className="ussdPanel-head">
        <h2 id="ussdPanelTitle" className="ussdPanel-title">
          {t('ussd.title', { code })}
        </h2>
        <button type="button" className="ussdPanel-hide" aria-label={t('ussd.hide')} onClick={onHide}>
          <X aria-hidden="true" />
        </button>
      </header>
      <p className="ussdPanel-explain">{t('ussd.explain')}</p>
      <form
        className="ussdPanel-phone"
        onSubmit={(event) => {
          event.preventDefault();
          if (ended) redial();
          else send();
        }}
      >
        <p className="ussdPanel-path">{dialled(code, path)}</p>
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
    </aside>
  );
}

/** `#122*2*1#`: what dialling straight to this screen would be. */
function dialled(code: string, path: string): string {
  return path === '' ? code : code.replace(/#$/, `*${path}#`);
}
