/** What goes on while a shop is open: people call, browse, top up. Balances move, and open screens with them. */
import { validateFeedDocument } from '../../../shared/domain/feedValidation';
import { createCalendar, dateText } from './calendar';
import { demoNumbers, type DemoKey } from './demoNumbers';
import { demoSubscriber } from './demoSubscribers';
import type { FeedDatabase } from './feedDatabase';
import { liveAMoment } from './momentOfUse';
import { SeededRandom } from './seededRandom';
import { firstGenerated, msisdnAt } from './subscriberNumbers';

export interface EverydayLife {
  readonly tick: () => void;
  readonly stop: () => void;
}

interface EverydayLifeOptions {
  readonly database: FeedDatabase;
  readonly subscribers: number;
  readonly seed: number;
  /** 0: only when `tick` is called. */
  readonly tickMs: number;
  readonly now: () => number;
}

/** The demo numbers that move; the others stay as they are documented. */
const movingKeys: readonly [DemoKey, ...DemoKey[]] = ['richActive', 'richActive', 'englishSpeaking'];

/** Only so many others move, or the changes would outgrow the memory in the course of a day. */
const movingOthers = 200;

export function startEverydayLife(options: EverydayLifeOptions): EverydayLife {
  const { database, subscribers, seed, tickMs, now } = options;
  const random = new SeededRandom(seed, 0x7fffffff);
  let today = dateText(now());

  const change = (index: number): void => {
    const found = validateFeedDocument(database.find(`subscriber:${msisdnAt(index)}`));
    // Whoever was removed, or replaced by a document that is no subscriber, is left alone.
    if (found.kind !== 'valid' || found.document.type !== 'subscriber') return;
    if (found.document.status !== 'active') return;
    const after = liveAMoment(found.document, random, now());
    if (after !== null) database.put({ ...after, _rev: undefined });
  };

  const tick = (): void => {
    if (dateText(now()) !== today) {
      today = dateText(now());
      renewDemoNumbers(database, subscribers, now());
    }
    if (random.chance(0.6)) {
      const key = random.pick(movingKeys);
      change(demoNumbers.findIndex((demo) => demo.key === key));
    }
    const others = Math.min(movingOthers, subscribers - firstGenerated);
    for (let turn = random.integer(1, 2); turn > 0 && others > 0; turn -= 1) {
      change(firstGenerated + random.integer(0, others - 1));
    }
  };

  const timer = tickMs > 0 ? setInterval(tick, tickMs) : null;
  return {
    tick,
    stop: () => {
      if (timer !== null) clearInterval(timer);
    },
  };
}

/** At midnight: “expires tonight” is to be true on the next day too. */
function renewDemoNumbers(database: FeedDatabase, subscribers: number, nowMs: number): void {
  const calendar = createCalendar(nowMs);
  for (let index = 0; index < Math.min(demoNumbers.length, subscribers); index += 1) {
    const renewed = demoSubscriber(index, calendar);
    if (database.find(renewed._id) !== null) database.put(renewed);
  }
}
