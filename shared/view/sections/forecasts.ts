/** Forecasts in words. The figures behind them are worked out from the day of the snapshot. */
import { localDay, parseCalendarDay, type CalendarDay } from '../../domain/calendar';
import type { SubscriberDocument } from '../../domain/feedDocument';
import { dailyRhythm, forecast, type DailyUse, type Stock } from '../../domain/forecast';
import { unitKind, type Unit, type UnitKind } from '../../domain/unit';
import type { ForecastView } from '../customerView';
import { figureOf } from '../figure';
import { dayOf, lastUsableDay } from '../moment';
import { oldestOf, type SectionContext } from '../sectionContext';
import type { ShownSection } from '../shownSections';
import type { PlacedAccount } from './account';

type Usage = NonNullable<SubscriberDocument['usage']>;
type Allowance = NonNullable<Usage['allowances']>[number];

/** How long the internet volume lasts that can be used at any hour and for anything. */
export function internetForecast(
  usable: readonly PlacedAccount[],
  usage: ShownSection<'usage'> | null,
  context: SectionContext,
): ForecastView | null {
  const stocks = usable.flatMap(({ place, view, spendable, expiresAt }): Stock[] => {
    const isForAnything = view.window === null && (place.account?.pays.includes('data') ?? true);
    if (unitKind(view.figure.unit) !== 'volume' || !isForAnything || spendable.amount === null) return [];
    return [
      {
        amount: spendable.amount,
        lastDay: view.expiresAt === null ? null : lastUsableDay(expiresAt, context),
      },
    ];
  });
  if (usage?.value.daily === undefined || stocks.every(({ amount }) => amount === 0)) return null;
  const view = forecastView(stocks, 'B', usage.value.daily, context.texts.forecast.internet, context);
  if (view.lostAtExpiry === null) return view;
  const oldest = oldestOf(context, [usage.context]);
  return { ...view, lostAtExpiry: { ...view.lostAtExpiry, asOf: oldest.asOf, source: oldest.source } };
}

/** How long what is left of an allowance lasts; `null` when nothing is left or no daily use is known. */
export function allowanceForecast(
  allowance: Allowance,
  label: string,
  usage: Usage,
  context: SectionContext,
): ForecastView | null {
  const left = allowance.limit - allowance.used;
  if (usage.daily === undefined || left <= 0) return null;
  const periodEnd = parseCalendarDay(usage.to);
  // A feed that gives the period up to the snapshot only does not tell when the allowance ends.
  const lastDay = periodEnd > snapshotDay(context) ? periodEnd : null;
  const subject = context.texts.forecast.named(label);
  return forecastView([{ amount: left, lastDay }], allowance.unit, usage.daily, subject, context);
}

function forecastView(
  stocks: readonly Stock[],
  unit: Unit,
  daily: NonNullable<Usage['daily']>,
  subject: string,
  context: SectionContext,
): ForecastView {
  const { texts } = context;
  const start = snapshotDay(context);
  const rhythm = dailyRhythm(dailyUse(daily, unit), start);
  if (rhythm === null) {
    return {
      confidence: 'tooFewDays',
      text: texts.forecast.tooFewDays,
      lastsUntil: null,
      lostAtExpiry: null,
    };
  }
  const { lastsUntil, lost } = forecast(stocks, rhythm, start);
  return {
    confidence: 'enough',
    text:
      lastsUntil === null
        ? texts.forecast.lastsOverAYear(subject)
        : texts.forecast.lastsUntil(subject, dayText(lastsUntil, context)),
    lastsUntil: lastsUntil === null ? null : dayOf(lastsUntil, context),
    lostAtExpiry: lost === 0 ? null : figureOf(lost, unit, context),
  };
}

function snapshotDay({ asOf, market }: SectionContext): CalendarDay {
  return localDay(Date.parse(asOf), market.timeZone);
}

const usageFieldOf = {
  money: 'spend',
  time: 'voice',
  messages: 'sms',
  volume: 'data',
} as const satisfies Record<UnitKind, string>;

function dailyUse(daily: NonNullable<Usage['daily']>, unit: Unit): DailyUse[] {
  const field = usageFieldOf[unitKind(unit)];
  return daily.flatMap((day) => {
    const amount = day[field];
    return amount === undefined ? [] : [{ day: parseCalendarDay(day.date), amount }];
  });
}

/** A weekday is clear within a week; an estimate for a day that has passed means that nothing may be left. */
function dayText(day: CalendarDay, { today, formats, texts }: SectionContext): string {
  const days = day - today;
  if (days <= 0) return texts.forecast.today;
  if (days === 1) return texts.forecast.tomorrow;
  return days < 7 ? texts.forecast.onWeekday(formats.weekday(day)) : texts.forecast.onDate(formats.date(day));
}
