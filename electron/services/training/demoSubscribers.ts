/** What each demo number has: an ordinary line, with the one thing changed that it is there to show. */
import type { SubscriberDocument } from '../../../shared/domain/feedDocument';
import { coteDIvoire } from '../../../shared/domain/markets/coteDIvoire';
import type { Calendar } from './calendar';
import { inventDays, scaleDataTo, totalOf, type Habits, type Usage } from './dailyUse';
import {
  credit,
  gigabyte,
  labelled,
  megabyte,
  numbered,
  ordinaryBuckets,
  richBuckets,
  sixtyBuckets,
  spoken,
  volume,
  written,
} from './demoBalances';
import { demoCredentials } from './demoCredentials';
import { demoNumbers, type DemoKey } from './demoNumbers';
import { offerNames } from './generatedSubscriber';
import { SeededRandom } from './seededRandom';

const { currency } = coteDIvoire;

/** Four whole weeks, so that weekdays can be compared. */
const usageDays = 28;

type Sections = Partial<Omit<SubscriberDocument, '_id' | '_rev' | 'type' | 'schema' | 'msisdn' | 'pin'>>;

/** The demo subscriber at an index of `demoNumbers`, without revision, dated from the calendar's moment. */
export function demoSubscriber(index: number, calendar: Calendar): SubscriberDocument {
  const demo = demoNumbers[index];
  if (demo === undefined) throw new RangeError(`no demo number has the index ${index}`);
  const { key, msisdn } = demo;
  const random = new SeededRandom(2024, index);
  const line: SubscriberDocument = {
    _id: `subscriber:${msisdn}`,
    type: 'subscriber',
    schema: 1,
    asOf: calendar.minutesAgo(12),
    msisdn,
    status: 'active',
    main: { amount: 2400, currency, expiresAt: calendar.endOfDay(45) },
  };
  const pin = demoCredentials.pins[key];
  if (key === 'absentSections') return { ...line, pin };
  return {
    ...line,
    customer: {
      id: `C-${100_001 + index}`,
      name: names[key],
      language: key === 'englishSpeaking' ? 'en' : 'fr',
    },
    profile: { kind: 'prepaid', offer: offerNames.prepaid, plan: 'Tigre', since: '2019-03-02' },
    buckets: ordinaryBuckets(calendar),
    usage: dataUsage(calendar, random, 2.1 * gigabyte, 5 * gigabyte),
    options: [],
    favourites: { max: 3, numbers: [msisdnOf('richActive')], changesLeft: 3 },
    orangeMoney: { amount: 8500, currency, status: 'active' },
    bills: [],
    contracts: [],
    ...sections(key, calendar, random),
    pin,
  };
}

/** The demo numbers of which more than the required fields have come. */
type KnownKey = Exclude<DemoKey, 'absentSections'>;

const names: Readonly<Record<KnownKey, string>> = {
  richActive: 'Aya KOUASSI',
  inactive: 'Lassina SANOGO',
  deactivated: 'Rosine GNAHORÉ',
  expiringTonight: 'Kouamé N’GUESSAN',
  everythingExpired: 'Bintou DOUMBIA',
  unknownCodes: 'Arsène KIPRÉ',
  overdueBill: 'Christelle EHUI',
  severalContracts: 'Fatoumata DIABATÉ',
  secondContract: 'Fatoumata DIABATÉ',
  inactiveContract: 'Fatoumata DIABATÉ',
  dataAt85Percent: 'Franck ASSAMOI',
  dataOver100Percent: 'Natogoma SILUÉ',
  sixtyBuckets: 'Adjoua LOUKOU',
  veryLongName:
    'Marie-Emmanuelle Bénédicte Adjoua Christiane Amenan Philomène N’GUESSAN-KOUASSI épouse COULIBALY DIOMANDÉ de Grand-Bassam et d’Assinie',
  zeroBalances: 'Issouf TRAORÉ',
  englishSpeaking: 'Grace MENSAH',
  hostileStrings: '<img src=x onerror="alert(1)">',
  oldSnapshot: 'Nadège AMANI',
  negativeBalance: 'Brice DAGO',
  notYetValid: 'Akissi TANOH',
};

function sections(key: KnownKey, calendar: Calendar, random: SeededRandom): Sections {
  switch (key) {
    case 'richActive':
      return richSections(calendar, random);
    case 'inactive':
      return { status: 'inactive', main: { amount: 35, currency, expiresAt: calendar.endOfDay(-9) } };
    case 'deactivated':
      return { status: 'deactivated', main: { amount: 0, currency, expiresAt: calendar.endOfDay(-130) } };
    case 'expiringTonight':
      return {
        main: { amount: 850, currency, expiresAt: calendar.endOfDay(0) },
        buckets: [
          credit('credit.weekend.tous', 600, 1000, calendar.endOfDay(0)),
          spoken('minutes.special', 'tous', 750, 1800, calendar.endOfDay(0)),
          written('minutes.omoney', 'intra', 40, 100, calendar.endOfDay(0)),
          volume('internet.special', 350 * megabyte, 500 * megabyte, calendar.endOfDay(0)),
          volume('internet.mensuel', 1.5 * gigabyte, 5 * gigabyte, calendar.endOfDay(12)),
        ].map(numbered),
      };
    case 'everythingExpired':
      return {
        main: { amount: 1100, currency, expiresAt: calendar.endOfDay(-3) },
        buckets: ordinaryBuckets(calendar).map((bucket, index) => ({
          ...bucket,
          expiresAt: calendar.endOfDay(-1 - index),
        })),
      };
    case 'unknownCodes':
      return {
        buckets: [
          ...ordinaryBuckets(calendar).slice(0, 2),
          labelled('promo.anniversaire', 'Cadeau anniversaire', 200, currency, calendar.endOfDay(1)),
          labelled('fidelite.2024', 'Prime de fidélité', 1500, currency, calendar.endOfDay(20)),
          labelled('voix.can', 'Minutes « Éléphants »', 900, 's', calendar.endOfDay(6)),
          labelled('stream.tv', 'Volume Orange TV', 3 * gigabyte, 'B', calendar.endOfDay(9)),
          { code: 'X17_PRM_88', amount: 25, unit: 'sms', expiresAt: calendar.endOfDay(4) },
        ].map(numbered),
      };
    case 'overdueBill':
      return {
        profile: { kind: 'postpaid', offer: offerNames.postpaid, plan: 'Aigle', since: '2016-09-14' },
        main: { amount: 0, currency },
        bills: billsOf(calendar),
      };
    case 'severalContracts':
    case 'secondContract':
    case 'inactiveContract':
      return contractSections(key, calendar);
    case 'dataAt85Percent':
      return { usage: dataUsage(calendar, random, 4.25 * gigabyte, 5 * gigabyte) };
    case 'dataOver100Percent':
      return { usage: dataUsage(calendar, random, 5.6 * gigabyte, 5 * gigabyte) };
    case 'sixtyBuckets':
      return { buckets: sixtyBuckets(calendar, random) };
    case 'veryLongName':
      return {
        profile: {
          kind: 'hybrid',
          offer:
            'Orange Hybride Famille et Petites Entreprises avec report de volume et appels illimités le soir',
          plan: 'Dauphin',
          since: '2012-01-31',
        },
      };
    case 'zeroBalances':
      return {
        main: { amount: 0, currency, expiresAt: calendar.endOfDay(20) },
        buckets: ordinaryBuckets(calendar).map((bucket) => ({ ...bucket, amount: 0 })),
        usage: {
          from: calendar.date(1 - usageDays),
          to: calendar.date(0),
          allowances: [
            { kind: 'data', label: 'Pass Internet Mois', used: 0, limit: 5 * gigabyte, unit: 'B' },
          ],
          daily: inventDays({ voiceSeconds: 0, sms: 0, dataBytes: 0, spend: 0 }, usageDays, calendar, random),
        },
        favourites: { max: 3, numbers: [], changesLeft: 0 },
        orangeMoney: { amount: 0, currency, status: 'active' },
      };
    case 'englishSpeaking':
      return {
        profile: { kind: 'prepaid', offer: offerNames.prepaid, plan: 'Novamix', since: '2021-07-19' },
        main: { amount: 6300, currency, expiresAt: calendar.endOfDay(31) },
      };
    case 'hostileStrings':
      return hostileSections(calendar);
    case 'oldSnapshot':
      return { asOf: calendar.minutesAgo(45 * 24 * 60) };
    case 'negativeBalance':
      return { main: { amount: -500, currency, expiresAt: calendar.endOfDay(14) } };
    case 'notYetValid':
      return {
        buckets: [
          {
            ...volume('internet.special', 2 * gigabyte, 2 * gigabyte, calendar.endOfDay(3)),
            validFrom: calendar.startOfDay(1),
          },
          {
            ...credit('credit.weekend.intra', 1000, 1000, calendar.endOfDay(5)),
            validFrom: calendar.startOfDay(3),
          },
          ...ordinaryBuckets(calendar).slice(0, 2),
        ].map(numbered),
      };
  }
}

function richSections(calendar: Calendar, random: SeededRandom): Sections {
  const { endOfDay } = calendar;
  return {
    main: { amount: 12_450, currency, expiresAt: endOfDay(6) },
    buckets: richBuckets(calendar),
    usage: richUsage(calendar, random),
    options: [
      {
        code: 'OPT-NUIT',
        label: 'Option Nuit',
        activatedAt: calendar.startOfDay(-21),
        expiresAt: endOfDay(8),
        renews: true,
      },
      {
        code: 'OPT-INTRA',
        label: 'Option Orange à Orange',
        activatedAt: calendar.startOfDay(-5),
        expiresAt: endOfDay(24),
        renews: false,
      },
    ],
    favourites: { max: 3, numbers: [msisdnOf('inactive'), msisdnOf('severalContracts')], changesLeft: 2 },
    orangeMoney: { amount: 15_000, currency, status: 'active' },
    bills: [
      {
        id: `F-${calendar.date(-40).slice(0, 7)}-0001`,
        issuedAt: calendar.date(-40),
        dueAt: calendar.date(-20),
        amount: 12_500,
        currency,
        status: 'paid',
      },
    ],
  };
}

function richUsage(calendar: Calendar, random: SeededRandom): Usage {
  const usage = dataUsage(calendar, random, 4.2 * gigabyte, 5 * gigabyte);
  const days = usage.daily ?? [];
  return {
    ...usage,
    allowances: [
      ...(usage.allowances ?? []),
      { kind: 'voice', label: 'Forfait appels', used: totalOf(days, 'voice'), limit: 18_000, unit: 's' },
      { kind: 'sms', label: 'Forfait SMS', used: totalOf(days, 'sms'), limit: 150, unit: 'sms' },
    ],
  };
}

function contractSections(
  key: 'severalContracts' | 'secondContract' | 'inactiveContract',
  calendar: Calendar,
): Sections {
  const lines = ['severalContracts', 'secondContract', 'inactiveContract'] as const;
  const shared: Sections = {
    customer: { id: 'C-100009', name: names[key], language: 'fr' },
    contracts: lines.filter((line) => line !== key).map(msisdnOf),
  };
  switch (key) {
    case 'severalContracts':
      return shared;
    case 'secondContract':
      return {
        ...shared,
        main: { amount: 4150, currency, expiresAt: calendar.endOfDay(60) },
        profile: { kind: 'hybrid', offer: offerNames.hybrid, plan: 'Dauphin', since: '2020-11-05' },
        bills: [
          {
            id: `F-${calendar.date(-10).slice(0, 7)}-0010`,
            issuedAt: calendar.date(-10),
            dueAt: calendar.date(10),
            amount: 9_000,
            currency,
            status: 'due',
          },
        ],
      };
    case 'inactiveContract':
      return {
        ...shared,
        status: 'inactive',
        main: { amount: 120, currency, expiresAt: calendar.endOfDay(-2) },
      };
  }
}

function hostileSections(calendar: Calendar): Sections {
  const expiresAt = calendar.endOfDay(5);
  return {
    profile: {
      kind: 'prepaid',
      offer: '"><script>alert(document.cookie)</script>',
      plan: '{{constructor.constructor("alert(1)")()}}',
      since: '2022-02-02',
    },
    buckets: [
      labelled('promo.html', '<b onmouseover=alert(1)>Bonus</b>', 300, currency, expiresAt),
      labelled('promo.sql', "'; DROP TABLE subscribers; --", 40, 'sms', expiresAt),
      labelled('promo.rtl', 'رصيد إضافي \u202Eسنوب', 600, 's', expiresAt),
      labelled('promo.emoji', '🎁👩🏾‍👩🏾‍👧🏾 %s %n ${7*7} \u0000', gigabyte, 'B', expiresAt),
      labelled('__proto__', 'javascript:alert(1)', 75, currency, expiresAt),
    ].map(numbered),
    options: [{ code: '../../etc/passwd', label: '=HYPERLINK("http://example.invalid")' }],
  };
}

function billsOf(calendar: Calendar): NonNullable<SubscriberDocument['bills']> {
  return [
    { daysAgo: 98, dueIn: 20, amount: 11_500, status: 'paid' },
    { daysAgo: 68, dueIn: 20, amount: 13_000, status: 'paid' },
    { daysAgo: 38, dueIn: 20, amount: 12_500, status: 'overdue' },
    { daysAgo: 8, dueIn: 20, amount: 14_250, status: 'due' },
  ].map(({ daysAgo, dueIn, amount, status }) => ({
    id: `F-${calendar.date(-daysAgo).slice(0, 7)}-0008`,
    issuedAt: calendar.date(-daysAgo),
    dueAt: calendar.date(dueIn - daysAgo),
    amount,
    currency,
    status,
  }));
}

const busyHabits: Habits = { voiceSeconds: 420, sms: 3, dataBytes: 150 * megabyte, spend: 175 };

/** Four weeks whose data adds up to what the allowance says is used. */
function dataUsage(calendar: Calendar, random: SeededRandom, used: number, limit: number): Usage {
  return {
    from: calendar.date(1 - usageDays),
    to: calendar.date(0),
    allowances: [{ kind: 'data', label: 'Pass Internet Mois', used, limit, unit: 'B' }],
    daily: scaleDataTo(inventDays(busyHabits, usageDays, calendar, random), used),
  };
}

function msisdnOf(key: DemoKey): string {
  const demo = demoNumbers.find((candidate) => candidate.key === key);
  if (demo === undefined) throw new RangeError(`no demo number shows ${key}`);
  return demo.msisdn;
}
