/** What a line used, day by day. */
import type { SubscriberDocument } from '../../../shared/domain/feedDocument';
import type { Calendar } from './calendar';
import type { SeededRandom } from './seededRandom';

export type Usage = NonNullable<SubscriberDocument['usage']>;
export type UsageDay = NonNullable<Usage['daily']>[number];

/** What a line uses on an ordinary day. */
export interface Habits {
  readonly voiceSeconds: number;
  readonly sms: number;
  readonly dataBytes: number;
  /** In the main account's currency. */
  readonly spend: number;
}

/** The last `days` days, today (so far) included, oldest first, in the rhythm of the week. */
export function inventDays(
  habits: Habits,
  days: number,
  calendar: Calendar,
  random: SeededRandom,
): UsageDay[] {
  const list: UsageDay[] = [];
  for (let offset = 1 - days; offset <= 0; offset += 1) {
    const rhythm = calendar.rhythm(offset);
    // A quiet day now and then: the phone stayed at home, or the credit was gone.
    const liveliness = random.chance(0.08) ? 0.1 * rhythm : rhythm;
    list.push({
      date: calendar.date(offset),
      voice: Math.round(habits.voiceSeconds * liveliness * (0.4 + 1.2 * random.fraction())),
      sms: Math.round(habits.sms * liveliness * 2 * random.fraction()),
      data: Math.round((habits.dataBytes * liveliness * (0.3 + 1.4 * random.fraction())) / 1000) * 1000,
      spend: Math.round((habits.spend * liveliness * 2 * random.fraction()) / 5) * 5,
    });
  }
  return list;
}

export function totalOf(days: readonly UsageDay[], field: 'voice' | 'sms' | 'data' | 'spend'): number {
  let total = 0;
  for (const day of days) total += day[field] ?? 0;
  return total;
}

/** The same days with their data raised or lowered so that they add up to `total` bytes exactly. */
export function scaleDataTo(days: readonly UsageDay[], total: number): UsageDay[] {
  const before = totalOf(days, 'data');
  const scaled = days.map((day) => ({
    ...day,
    data: Math.floor(((day.data ?? 0) / before) * total),
  }));
  const last = scaled.at(-1);
  if (last !== undefined) last.data += total - totalOf(scaled, 'data');
  return scaled;
}
