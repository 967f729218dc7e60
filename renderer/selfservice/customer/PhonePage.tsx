import { MessageSquare, Smartphone } from 'lucide-react';
import { use, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { Button } from '../../components/Button';
import { useUssdWalk, type UssdWalkState } from '../../ussdWalk';
import { Keypad } from '../entry/Keypad';
import { HiddenAmounts } from '../hiddenAmounts';
import { DetailPage, type PageProps } from './DetailPage';
import './PhonePage.css';

/** Longest answer that a menu asks for: a number with its prefix. */
const maxTyped = 20;

/** #122# on a telephone drawn here, from the real engine: what to dial, and what will be seen. */
export function PhonePage({ view, sync, market }: PageProps & { readonly market: MarketPack }) {
  const { t } = useTranslation(['selfservice', 'orders']);
  const code = market.serviceCodes.consumption;
  const walk = useUssdWalk(code);
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => input.current?.focus({ preventScroll: true }), []);

  const type = (text: string): void => setTyped(text.replace(/\D/g, '').slice(0, maxTyped));
  const send = (): void => {
    if (walk.ended) walk.redial();
    else if (typed !== '') walk.send(typed);
    setTyped('');
    input.current?.focus({ preventScroll: true });
  };

  return (
    <DetailPage
      view={view}
      sync={sync}
      icon={Smartphone}
      title={t('phone.title', { code })}
      lead={t('phone.lead', { code })}
    >
      <form
        className="phone"
        aria-label={t('phone.title', { code })}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div className="phone-display">
          <p className="phone-dialled">
            <span>{t('phone.dial')}</span> <strong>{walk.dialled}</strong>
          </p>
          <div className="phone-screen" role="status">
            <PhoneScreen state={walk.state} />
          </div>
          {walk.state.kind === 'screen' && walk.state.screen.wouldOrder === true && (
            <p role="status">{t('orders:ussd.kiosk')}</p>
          )}
          <input
            ref={input}
            className="phone-answer"
            type="text"
            inputMode="none"
            autoComplete="off"
            readOnly={walk.ended}
            aria-label={t('phone.answer')}
            placeholder={walk.ended ? undefined : t('phone.answer')}
            value={typed}
            onChange={(event) => type(event.target.value)}
          />
        </div>
        <div className="phone-keys">
          <Keypad
            onDigit={(digit) => type(typed + digit)}
            onDelete={() => type(typed.slice(0, -1))}
            onClear={() => type('')}
          />
          <Button kind="main" type="submit" className="phone-send">
            {t(walk.ended ? 'phone.again' : 'phone.send')}
          </Button>
        </div>
      </form>
      <p className="detailPage-note phone-note">{t('phone.nothingSent')}</p>
    </DetailPage>
  );
}

function PhoneScreen({ state }: { readonly state: UssdWalkState }) {
  const { t } = useTranslation('selfservice');
  const amountsHidden = use(HiddenAmounts);
  switch (state.kind) {
    case 'dialling':
      return null;
    case 'failed':
      return <p>{t('number.problems.unavailable.title')}</p>;
    case 'screen':
      if (amountsHidden) return <p>{t('consumption.covered')}</p>;
      return (
        <>
          <p>{state.screen.text}</p>
          {state.screen.message?.map((part, index) => (
            <p key={index} className="phone-message">
              <MessageSquare aria-hidden="true" />
              <span>{part}</span>
            </p>
          ))}
        </>
      );
  }
}
