import { parseCalendarDay } from '../../domain/calendar';
import { displayText } from '../../domain/displayText';
import type { SubscriberDocument } from '../../domain/feedDocument';
import { unitKind, type CurrencyCode, type Unit } from '../../domain/unit';
import { sectionPath } from '../../ussd/paths';
import type { AllowanceLevel, AllowanceView, ConsumptionView, Figure, UsageDayView } from '../customerView';
import { figureOf, isWithheld, totalOf } from '../figure';
import { dayOf } from '../moment';
import type { SectionContext } from '../sectionContext';
import { allowanceForecast } from './forecasts';

type Usage = NonNullable<SubscriberDocument['usage']>;
type UsageDay = NonNullable<Usage['daily']>[number];

/** @param currency of what was spent: the feed gives it with the main account only */
export function consumptionView(
  usage: Usage,
  currency: CurrencyCode,
  context: SectionContext,
): ConsumptionView {
  const days = usageDays(usage.daily ?? [], currency, context);
  const allowances = (usage.allowances ?? [])
    // The percentage would tell what is withheld.
    .filter(({ unit }) => !isWithheld(unit, context))
    .map((allowance) => ({
      isInternet: unitKind(allowance.unit) === 'volume',
      view: allowanceView(allowance, usage, context),
    }));
  const total = (pick: (day: UsageDayView) => Figure | null) => {
    const [first, ...rest] = days.flatMap((day) => pick(day) ?? []);
    return first === undefined ? null : totalOf([first, ...rest], context);
  };
  return {
    from: dayOf(parseCalendarDay(usage.from), context),
    to: dayOf(parseCalendarDay(usage.to), context),
    mobile: {
      voice: total((day) => day.voice),
      sms: total((day) => day.sms),
      spend: total((day) => day.spend),
      allowances: allowances.filter(({ isInternet }) => !isInternet).map(({ view }) => view),
    },
    internet: {
      data: total((day) => day.data),
      allowances: allowances.filter(({ isInternet }) => isInternet).map(({ view }) => view),
    },
    days,
    ussdPath: sectionPath('consumption', context.market),
  };
}

function usageDays(
  daily: readonly UsageDay[],
  currency: CurrencyCode,
  context: SectionContext,
): UsageDayView[] {
  // A day that comes twice was corrected: the later row counts.
  const byDate = new Map(daily.map((day) => [day.date, day]));
  const figureOrNull = (amount: number | undefined, unit: Unit) =>
    amount === undefined ? null : figureOf(amount, unit, context);
  return [...byDate.values()]
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map((day) => ({
      day: dayOf(parseCalendarDay(day.date), context),
      voice: figureOrNull(day.voice, 's'),
      sms: figureOrNull(day.sms, 'sms'),
      data: figureOrNull(day.data, 'B'),
      spend: figureOrNull(day.spend, currency),
    }));
}

const longestLabel = 60;

function allowanceView(
  allowance: NonNullable<Usage['allowances']>[number],
  usage: Usage,
  context: SectionContext,
): AllowanceView {
  const kind = displayText(allowance.kind, longestLabel);
  const label = displayText(allowance.label, longestLabel) || kind;
  const percent = percentUsed(allowance.used, allowance.limit);
  return {
    label,
    kind,
    used: figureOf(allowance.used, allowance.unit, context),
    limit: figureOf(allowance.limit, allowance.unit, context),
    percent,
    level: levelOf(percent, context),
    forecast: allowanceForecast(allowance, label, usage, context),
  };
}

const highestPercent = 999;

/** Whole percents, cut: 100 means that all is used. An allowance of nothing is used up by the first use. */
function percentUsed(used: number, limit: number): number {
  if (limit === 0) return used === 0 ? 0 : highestPercent;
  return Math.min(highestPercent, Math.floor((used * 100) / limit));
}

function levelOf(percent: number, { market }: SectionContext): AllowanceLevel {
  if (percent >= market.alertThresholds.reachedPercent) return 'reached';
  return percent >= market.alertThresholds.warningPercent ? 'warning' : 'normal';
}
