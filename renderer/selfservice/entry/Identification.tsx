/**
 * Shows that the number is the visitor's: by their PIN, or by a code sent to it. Nothing here tells whether the
 * number is one of the shop's.
 */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { formatMsisdnAsTyped } from '../../../shared/domain/msisdn';
import { smsCodeLength } from '../../../shared/ipc/commands/identity';
import type { Answer } from '../../../shared/ipc/contract';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';
import type { CustomerView } from '../../../shared/view/customerView';
import { invoke } from '../../bridge';
import { Button } from '../../components/Button';
import { useCountdown } from '../../components/countdown';
import { useLanguage } from '../../strings/language';
import { useTurns } from '../../turns';
import { ToCounter } from './ToCounter';
import { SecretEntry, type SecretProblem } from './SecretEntry';

export interface IdentificationProps {
  /** As it was typed. */
  readonly number: string;
  readonly market: MarketPack;
  readonly sync: SyncStatus | null;
  readonly hasPrinter: boolean;
  readonly onOpened: (view: CustomerView) => void;
  /** Whoever is being identified is not to be opened. */
  readonly onCallOff: () => void;
  /** Back to the number. */
  readonly onBack: () => void;
  readonly onLeave: () => void;
}

const shortestPin = 4;
const longestPin = 8;

export function Identification(props: IdentificationProps) {
  const { number, market, sync, hasPrinter, onOpened, onCallOff, onBack, onLeave } = props;
  const { t } = useTranslation('access');
  const { language } = useLanguage();
  const [way, setWay] = useState<'pin' | 'code'>('pin');
  const [isSmsPossible, setIsSmsPossible] = useState(false);
  const [isBoundForCounter, setIsBoundForCounter] = useState(false);
  const [typed, setTyped] = useState('');
  const [asking, setAsking] = useState<'check' | 'send' | null>(null);
  const [problem, setProblem] = useState<SecretProblem | null>(null);
  const [secondsLeft, startWait] = useCountdown();
  const [resendIn, startResendWait] = useCountdown();
  // The answer to a question that was left is dropped.
  const turns = useTurns();
  useEffect(
    () => () => {
      turns.next();
    },
    [turns],
  );

  const reached = sync?.state;
  useEffect(() => {
    let stale = false;
    void invoke('identity:ways', {}).then((answer) => {
      if (!stale) setIsSmsPossible(answer.ok && answer.value.sms);
    });
    return () => {
      stale = true;
    };
  }, [reached]);

  const show = (answer: Answer<'identity:identify' | 'identity:confirmCode'>): void => {
    setAsking(null);
    setTyped('');
    if (!answer.ok) {
      setProblem('failed');
      return;
    }
    const given = answer.value;
    if (given.kind === 'opened') {
      onOpened(given.view);
      return;
    }
    setProblem(given.kind);
    startWait('retryAfterSeconds' in given ? given.retryAfterSeconds : 0);
    if (given.kind === 'codeDead') startResendWait(0);
  };

  const confirm = (): void => {
    setAsking('check');
    const isCurrent = turns.next();
    const answering =
      way === 'pin'
        ? invoke('identity:identify', { query: number, pin: typed, language })
        : invoke('identity:confirmCode', { code: typed, language });
    void answering.then((answer) => {
      if (isCurrent()) show(answer);
    });
  };

  const sendCode = (): void => {
    setAsking('send');
    setTyped('');
    setProblem(null);
    void invoke('identity:sendCode', { query: number, language }).then((answer) => {
      setAsking(null);
      const given = answer.ok ? answer.value : ({ kind: 'unavailable' } as const);
      switch (given.kind) {
        case 'sent':
          setWay('code');
          startWait(0);
          startResendWait(given.resendAfterSeconds);
          return;
        case 'throttled':
          setProblem('throttled');
          startResendWait(given.retryAfterSeconds);
          return;
        case 'unavailable':
          setProblem('unavailable');
      }
    });
  };

  const changeWay = (next: 'pin' | 'code'): void => {
    setWay(next);
    setTyped('');
    setProblem(null);
  };

  if (isBoundForCounter) {
    return <ToCounter hasPrinter={hasPrinter} onBack={() => setIsBoundForCounter(false)} onLeave={onLeave} />;
  }
  const canSend = asking === null && resendIn === 0;
  const shownNumber = formatMsisdnAsTyped(number, market);
  return (
    <SecretEntry
      key={way}
      title={t(way === 'pin' ? 'pin.title' : 'code.title')}
      lead={t(way === 'pin' ? 'pin.lead' : 'code.lead', { number: shownNumber })}
      typed={typed}
      shortest={way === 'pin' ? shortestPin : smsCodeLength}
      longest={way === 'pin' ? longestPin : smsCodeLength}
      asking={asking === null ? null : t(asking === 'send' ? 'code.sending' : 'proof.asking')}
      problem={problem}
      secondsLeft={secondsLeft}
      onType={(next) => {
        setTyped(next);
        setProblem(null);
      }}
      onConfirm={confirm}
      onBack={onBack}
      onCounter={() => {
        if (asking === 'check') {
          turns.next();
          setAsking(null);
          onCallOff();
        }
        changeWay(way);
        setIsBoundForCounter(true);
      }}
      onLeave={onLeave}
    >
      {!isSmsPossible && <p>{t('pin.noSms')}</p>}
      {isSmsPossible && (
        <Button kind="plain" aria-disabled={!canSend} onClick={sendCode}>
          {resendIn > 0
            ? t('code.resendIn', { seconds: resendIn })
            : t(way === 'pin' ? 'pin.bySms' : 'code.resend')}
        </Button>
      )}
      {way === 'code' && (
        <Button kind="quiet" disabled={asking !== null} onClick={() => changeWay('pin')}>
          {t('code.byPin')}
        </Button>
      )}
    </SecretEntry>
  );
}
