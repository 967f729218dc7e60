/** One balance as the customer sees it. */
import {
  placeInCatalogue,
  reachOf,
  windowOf,
  type CataloguePlace,
  type TimeWindow,
} from '../../domain/bonusCatalogue';
import { displayText } from '../../domain/displayText';
import type { Bucket } from '../../domain/feedDocument';
import { heldAmount, spendableAmount } from '../../domain/spendable';
import type { AccountState, AccountView, Figure } from '../customerView';
import { figureOf } from '../figure';
import { endOrNull, momentOrNull } from '../moment';
import type { SectionContext } from '../sectionContext';

/** A balance in its place, with what the sums of its category need. */
export interface PlacedAccount {
  readonly place: CataloguePlace;
  readonly view: AccountView;
  /** What of it can be spent. */
  readonly spendable: Figure;
  /** Epoch milliseconds; infinite for no end. */
  readonly expiresAt: number;
}

const longestLabel = 60;

/** @param id distinct among the accounts of one customer, which a bucket's own id need not be */
export function placedAccount(bucket: Bucket, id: string, context: SectionContext): PlacedAccount {
  const place = placeInCatalogue(bucket, context.market);
  const { account } = place;
  const label = labelOf(bucket, place, context);
  const held = heldAmount(bucket);
  const figure = figureOf(bucket.amount, bucket.unit, context);
  const reserved = held === 0 ? null : figureOf(held, bucket.unit, context);
  const initial = bucket.initial === undefined ? null : figureOf(bucket.initial, bucket.unit, context);
  const reach = reachOf(bucket, place);
  const validFrom = momentOrNull(bucket.validFrom, context);
  const expiresAt = endOrNull(bucket.expiresAt, context);
  const state = stateOf(validFrom, expiresAt);
  return {
    place,
    view: {
      id,
      code: account?.code ?? displayText(bucket.code, longestLabel),
      label,
      title: titleOf(place, label, context),
      purpose: account?.purpose[context.language] ?? null,
      figure,
      reserved,
      initial,
      remainingPercent: remainingPercentOf(figure.amount, initial?.amount ?? null),
      reach,
      reachLabel: reach === null ? null : context.texts.reaches[reach],
      window: windowText(windowOf(bucket, account, context.market), context),
      validFrom,
      expiresAt,
      state,
    },
    spendable: reserved === null ? figure : figureOf(spendableAmount(bucket), bucket.unit, context),
    expiresAt: bucket.expiresAt === undefined ? Infinity : Date.parse(bucket.expiresAt),
  };
}

function stateOf(validFrom: AccountView['validFrom'], expiresAt: AccountView['expiresAt']): AccountState {
  if (expiresAt?.past) return 'expired';
  return validFrom === null || validFrom.past ? 'usable' : 'notYetValid';
}

/** The catalogue's words for an account, or those that came with it; its code when none did. */
export function labelOf(
  { label = '', code }: Pick<Bucket, 'label' | 'code'>,
  { account }: CataloguePlace,
  { language, market }: SectionContext,
): string {
  if (account !== null) return account.label[language];
  return (
    displayText(label, longestLabel) ||
    displayText(code, longestLabel) ||
    market.catalogue.otherLabel[language]
  );
}

export function titleOf({ category }: CataloguePlace, label: string, { language }: SectionContext): string {
  return `${category.label[language]} › ${label}`;
}

function remainingPercentOf(amount: number | null, initial: number | null): number | null {
  if (amount === null || initial === null || initial === 0) return null;
  return Math.min(100, Math.floor((amount * 100) / initial));
}

function windowText(window: TimeWindow | null, context: SectionContext): string | null {
  return window === null
    ? null
    : context.texts.window(timeText(window.from, context), timeText(window.to, context));
}

/** From `05:00`. */
function timeText(time: string, context: SectionContext): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return context.formats.timeOfDay(hour, minute);
}
