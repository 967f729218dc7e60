import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../shared/domain/market';
import type { FullCustomerView } from '../../shared/view/customerView';
import { Button } from '../components/Button';
import { OrderStateMark } from '../components/OrderStateMark';
import { useOrderJourney } from '../orderJourney';
import { NumberForm } from './NumberForm';
import { OrderChoiceList } from './OrderChoiceList';
import type { OrderChoice, OrderSubject } from './orderChoices';
import { draftOf, type OrderDraft } from './orderDraft';
import './OrderPanel.css';
import { QuotePage } from './QuotePage';
import { SidePanel } from './SidePanel';

export interface OrderPanelProps {
  readonly subject: OrderSubject;
  readonly view: FullCustomerView;
  readonly market: MarketPack;
  /** What it begins with, taken from where it was left; `null`: the list. */
  readonly draft: OrderDraft | null;
  /** Told of each step, so that a lock takes nothing of it away. */
  readonly onDraft: (draft: OrderDraft | null) => void;
  readonly onHide: () => void;
}

/** From the list to what became of the order, by keys alone: a digit chooses, Enter confirms. */
export function OrderPanel({ subject, view, market, draft, onDraft, onHide }: OrderPanelProps) {
  const { t } = useTranslation(['orders', 'common']);
  const { step, ask, choosePayer, confirm, back } = useOrderJourney(view, draft?.wish);
  const [typing, setTyping] = useState(draft?.typing ?? null);

  useEffect(() => onDraft(draftOf(step, typing)), [step, typing, onDraft]);

  const choose = ({ leads }: OrderChoice): void => {
    if (leads === null) return;
    if (leads.kind === 'typeNumber') setTyping({ replaces: leads.replaces, number: '' });
    else ask(leads);
  };
  const toList = (): void => {
    setTyping(null);
    back();
  };

  return (
    <SidePanel
      title={t(`title.${subject}`)}
      explain={step.kind === 'choosing' || step.kind === 'asking' ? t(`explain.${subject}`) : null}
      hideLabel={t('hide')}
      onHide={onHide}
    >
      {step.kind === 'choosing' && typing === null && (
        <OrderChoiceList subject={subject} view={view} market={market} onChoose={choose} />
      )}
      {step.kind === 'choosing' && typing !== null && (
        <NumberForm
          example={market.numbers.example}
          typed={typing.number}
          onType={(number) => setTyping({ ...typing, number })}
          onBack={toList}
          onDone={() =>
            ask({
              kind: 'preferredNumbers',
              add: typing.number,
              ...(typing.replaces !== null && { remove: typing.replaces }),
            })
          }
        />
      )}
      {step.kind === 'quoted' && (
        <QuotePage
          quote={step.quote}
          refusal={step.refusal}
          placing={step.placing}
          onPayer={choosePayer}
          onConfirm={confirm}
          onBack={toList}
        />
      )}
      {step.kind === 'failed' && (
        <div className="orderPanel-said" role="alert">
          <p className="orderPanel-heading">{t(`common:errors.${step.error}.title`)}</p>
          <p>{t(`common:errors.${step.error}.advice`, { example: market.numbers.example })}</p>
          <Button kind="plain" autoFocus onClick={step.error === 'BAD_MSISDN' ? back : toList}>
            {t('failed.back')}
          </Button>
        </div>
      )}
      {step.kind === 'placed' && (
        <div className="orderPanel-said">
          <div role="status">
            <OrderStateMark state={step.order.state} text={step.order.stateText} />
            <p className="orderPanel-heading">{step.order.title}</p>
            {step.order.payment !== null && <p>{step.order.payment}</p>}
            <p>{step.order.explanation}</p>
          </div>
          <Button kind="main" autoFocus onClick={onHide}>
            {t('placed.done')}
          </Button>
          <Button kind="plain" onClick={toList}>
            {t('placed.another')}
          </Button>
        </div>
      )}
    </SidePanel>
  );
}
