import { ArrowRight, Info, Star } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMsisdnAsTyped } from '../../../shared/domain/msisdn';
import type { MarketPack } from '../../../shared/domain/market';
import type { OrderWish } from '../../../shared/domain/orderWish';
import { Button } from '../../components/Button';
import { DetailPage, type PageProps } from '../customer/DetailPage';
import { Keypad } from '../entry/Keypad';
import { useProblemRead } from '../speech/screenReading';
import '../entry/NumberEntry.css';
import './NumberTwicePage.css';

export interface NumberTwicePageProps extends PageProps {
  /** E.164 digits of the preferred number that makes room; `null`: there is room. */
  readonly replaces: string | null;
  readonly market: MarketPack;
  readonly onTyped: (wish: OrderWish) => void;
}

const longest = 18;

/** A third party's number, typed twice: nobody stands by who would notice a wrong digit. */
export function NumberTwicePage({ view, sync, replaces, market, onTyped }: NumberTwicePageProps) {
  const { t } = useTranslation(['orders', 'common']);
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const [turn, setTurn] = useState<0 | 1>(0);
  const [differ, setDiffer] = useState(false);
  useProblemRead(differ ? 'differ' : null);

  const change = (next: string): void => {
    setDiffer(false);
    const digits = next.slice(0, longest);
    setTyped(turn === 0 ? [digits, ''] : [typed[0], digits]);
  };
  const goOn = (): void => {
    if (typed[turn] === '') return;
    if (turn === 0) setTurn(1);
    else if (typed[0] !== typed[1]) {
      setTyped(['', '']);
      setTurn(0);
      setDiffer(true);
    } else {
      onTyped({
        kind: 'preferredNumbers',
        add: typed[0],
        addAgain: typed[1],
        ...(replaces !== null && { remove: replaces }),
      });
    }
  };
  const replaced = view.preferredNumbers?.numbers.find(({ msisdn }) => msisdn === replaces);

  return (
    <DetailPage
      view={view}
      sync={sync}
      icon={Star}
      title={
        replaced === undefined
          ? t('number.add')
          : t('number.replace', { number: replaced.text.replaceAll(' ', '\u00a0') })
      }
      lead={t('kiosk.numberTwice')}
    >
      <div className="numberTwice">
        <div className="numberTwice-question">
          <h2 className="numberTwice-ask" id="numberTwiceAsk">
            {t(turn === 0 ? 'number.typed' : 'number.again')}
            <span className="numberTwice-turn">{t('kiosk.turn', { turn: turn + 1 })}</span>
          </h2>
          {differ && (
            <div role="alert" className="numberEntry-problem">
              <Info aria-hidden="true" />
              <p>
                <strong>{t('common:errors.NUMBERS_DIFFER.title')}</strong>{' '}
                {t('common:errors.NUMBERS_DIFFER.advice')}
              </p>
            </div>
          )}
          <p className="numberEntry-number" aria-labelledby="numberTwiceAsk" role="status">
            {typed[turn] === '' ? (
              <span className="numberTwice-empty" aria-hidden="true">
                {market.numbers.example.replace(/\d/g, '•')}
              </span>
            ) : (
              formatMsisdnAsTyped(typed[turn], market)
            )}
          </p>
        </div>
        <div className="numberEntry-keys detailPage-foot">
          <Keypad
            onDigit={(digit) => change(typed[turn] + digit)}
            onDelete={() => change(typed[turn].slice(0, -1))}
            onClear={() => change('')}
            onEnter={goOn}
          />
          <Button kind="main" className="numberEntry-go" aria-disabled={typed[turn] === ''} onClick={goOn}>
            {t('number.next')}
            <ArrowRight aria-hidden="true" />
          </Button>
        </div>
      </div>
    </DetailPage>
  );
}
