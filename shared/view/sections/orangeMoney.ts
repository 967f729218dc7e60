import { displayText } from '../../domain/displayText';
import type { SubscriberDocument } from '../../domain/feedDocument';
import { sectionPath } from '../../ussd/paths';
import type { OrangeMoneyView } from '../customerView';
import { figureOf } from '../figure';
import type { SectionContext } from '../sectionContext';

const longestStatus = 40;

export function orangeMoneyView(
  { amount, currency, status }: NonNullable<SubscriberDocument['orangeMoney']>,
  context: SectionContext,
): OrangeMoneyView {
  const { market, texts } = context;
  const statusText = status === undefined ? null : displayText(status, longestStatus);
  return {
    balance: amount === undefined ? null : figureOf(amount, currency ?? market.currency, context),
    status: statusText,
    statusLabel: statusText === null ? null : (texts.orangeMoneyStatuses.get(statusText) ?? statusText),
    ussdPath: sectionPath('orangeMoney', market),
  };
}
