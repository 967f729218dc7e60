import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../shared/domain/market';
import type { FullCustomerView } from '../../shared/view/customerView';
import { Button } from '../components/Button';
import { KeyHint } from '../components/KeyHint';
import { OrderStateMark } from '../components/OrderStateMark';
import { useOrderJourney } from '../orderJourney';
import { orderChoices, type OrderChoice, type OrderSubject } from './orderChoices';
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
        <Choices subject={subject} view={view} market={market} onChoose={choose} />
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

interface ChoicesProps {
  readonly subject: OrderSubject;
  readonly view: FullCustomerView;
  readonly market: MarketPack;
  readonly onChoose: (choice: OrderChoice) => void;
}

function Choices({ subject, view, market, onChoose }: ChoicesProps) {
  const { t } = useTranslation('orders');
  const list = useRef<HTMLUListElement>(null);
  const choices = orderChoices(subject, view, market);
  const hasChoices = choices.length > 0;

  useEffect(() => {
    if (hasChoices) rowsOf(list.current)[0]?.focus();
  }, [hasChoices]);

  if (!hasChoices) {
    const isUnknown = subject === 'bills' && view.bills === null;
    return <p className="orderPanel-said">{t(`none.${isUnknown ? 'billsUnknown' : noneOf(subject)}`)}</p>;
  }
  return (
    <ul
      ref={list}
      className="orderPanel-choices"
      onKeyDown={(event) => {
        const chosen = choices[Number(event.key) - 1];
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (chosen === undefined && step === 0) return;
        // Here, and neither a number to search nor a section of the page.
        event.preventDefault();
        event.stopPropagation();
        if (chosen !== undefined) onChoose(chosen);
        else moveFocus(list.current, step);
      }}
    >
      {choices.map((choice, index) => (
        <li key={choice.id}>
          <button
            type="button"
            className="orderPanel-choice"
            disabled={choice.leads === null}
            onClick={() => onChoose(choice)}
          >
            {index < 9 && <KeyHint keys={String(index + 1)} />}
            <span className="orderPanel-name">
              <Name choice={choice} />
            </span>
            {choice.figure !== null && <span className="orderPanel-figure">{choice.figure}</span>}
            {choice.detail !== null && (
              <span className="orderPanel-detail">
                {choice.detail.kind === 'due' && t('due', { date: choice.detail.text })}
                {choice.detail.kind === 'present' && t('presentPlan')}
                {choice.detail.kind === 'plain' && choice.detail.text}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

function noneOf(subject: OrderSubject): 'passes' | 'options' | 'numbers' | 'bills' {
  return subject === 'plan' ? 'options' : subject;
}

function Name({ choice: { name } }: { readonly choice: OrderChoice }) {
  const { t } = useTranslation('orders');
  switch (name.kind) {
    case 'plain':
      return name.text;
    case 'stop':
      return t('stop', { option: name.text });
    case 'add':
      return t('number.add');
    case 'replace':
      return t('number.replace', { number: name.text });
    case 'remove':
      return t('number.remove', { number: name.text });
  }
}

function rowsOf(list: HTMLElement | null): readonly HTMLButtonElement[] {
  return [...(list?.querySelectorAll<HTMLButtonElement>('button:enabled') ?? [])];
}

function moveFocus(list: HTMLElement | null, step: number): void {
  const rows = rowsOf(list);
  const here = rows.findIndex((row) => row === document.activeElement);
  rows[Math.min(rows.length - 1, Math.max(0, here + step))]?.focus();
}

interface NumberFormProps {
  readonly example: string;
  readonly typed: string;
  readonly onType: (number: string) => void;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

function NumberForm({ example, typed, onType, onDone, onBack }: NumberFormProps) {
  const { t } = useTranslation('orders');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
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
