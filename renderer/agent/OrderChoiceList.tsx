import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../shared/domain/market';
import type { FullCustomerView } from '../../shared/view/customerView';
import { KeyHint } from '../components/KeyHint';
import './OrderChoiceList.css';
import './OrderPanel.css';
import { orderChoices, type OrderChoice, type OrderSubject } from './orderChoices';

interface OrderChoiceListProps {
  readonly subject: OrderSubject;
  readonly view: FullCustomerView;
  readonly market: MarketPack;
  readonly onChoose: (choice: OrderChoice) => void;
}

/** What can be ordered of one subject: a digit or Enter chooses. */
export function OrderChoiceList({ subject, view, market, onChoose }: OrderChoiceListProps) {
  const { t } = useTranslation('orders');
  const list = useRef<HTMLUListElement>(null);
  const choices = orderChoices(subject, view, market);
  const hasChoices = choices.length > 0;

  useLayoutEffect(() => {
    if (hasChoices) rowsOf(list.current)[0]?.focus();
  }, [hasChoices]);

  if (!hasChoices) {
    const isUnknown = subject === 'bills' && view.bills === null;
    return <p className="orderPanel-said">{t(`none.${isUnknown ? 'billsUnknown' : noneOf(subject)}`)}</p>;
  }
  return (
    <ul
      ref={list}
      className="orderChoices"
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
            className="orderChoice"
            disabled={choice.leads === null}
            onClick={() => onChoose(choice)}
          >
            {index < 9 && <KeyHint keys={String(index + 1)} />}
            <span className="orderChoice-name">
              <Name choice={choice} />
            </span>
            {choice.figure !== null && <span className="orderChoice-figure">{choice.figure}</span>}
            {choice.detail !== null && (
              <span className="orderChoice-detail">
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
