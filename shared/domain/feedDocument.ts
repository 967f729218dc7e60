/**
 * The documents that arrive through the feed, each as one schema.
 * Unknown fields are allowed everywhere and kept; an absent section means "not known".
 */
import Type from 'typebox';
import { msisdnDigits, msisdnSchema } from './msisdnSchema';

/** The highest `schema` major this program understands; a document with a higher one is quarantined. */
export const supportedSchemaMajor = 1;

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });

/** Amounts are integers that JavaScript holds exactly. */
const anyAmount = Type.Integer({ minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER });
const nonNegativeAmount = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** Days that exist: the 31st and 30th by month, 29 February in leap years only. */
const leapYear = '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const date =
  '(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)' +
  `|02-(?:0[1-9]|1\\d|2[0-8]))|${leapYear}-02-29)`;
const time = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const instant = Type.String({ pattern: `^${date}T${time}:[0-5]\\d(?:\\.\\d{1,9})?Z$` });
const calendarDate = Type.String({ pattern: `^${date}$` });
const timeOfDay = Type.String({ pattern: `^${time}$` });

const currency = Type.String({ pattern: '^[A-Z]{3}$' });
const unit = Type.String({ pattern: '^(?:s|sms|B|[A-Z]{3})$' });

const localized = Type.Object({ fr: Type.String(), en: Type.Optional(Type.String()) });

const reach = Type.Union([Type.Literal('intra'), Type.Literal('tous'), Type.Literal('international')]);

const bucket = Type.Object({
  id: text(200),
  code: text(200),
  label: Type.Optional(Type.String({ maxLength: 20_000 })),
  reach: Type.Optional(reach),
  amount: nonNegativeAmount,
  reserved: Type.Optional(nonNegativeAmount),
  initial: Type.Optional(nonNegativeAmount),
  unit,
  window: Type.Optional(Type.Object({ from: timeOfDay, to: timeOfDay })),
  validFrom: Type.Optional(instant),
  expiresAt: Type.Optional(instant),
});

const usage = Type.Object({
  from: calendarDate,
  to: calendarDate,
  allowances: Type.Optional(
    Type.Array(
      Type.Object({
        kind: text(40),
        label: Type.String({ maxLength: 20_000 }),
        used: nonNegativeAmount,
        limit: nonNegativeAmount,
        unit,
      }),
      { maxItems: 1000 },
    ),
  ),
  daily: Type.Optional(
    Type.Array(
      Type.Object({
        date: calendarDate,
        voice: Type.Optional(nonNegativeAmount),
        sms: Type.Optional(nonNegativeAmount),
        data: Type.Optional(nonNegativeAmount),
        spend: Type.Optional(nonNegativeAmount),
      }),
      { maxItems: 1000 },
    ),
  ),
});

export const subscriberSchema = Type.Object({
  _id: Type.String({ pattern: `^subscriber:${msisdnDigits}$` }),
  _rev: Type.Optional(Type.String()),
  type: Type.Literal('subscriber'),
  schema: Type.Integer({ minimum: 1 }),
  asOf: instant,
  msisdn: msisdnSchema,
  status: Type.Union([Type.Literal('active'), Type.Literal('inactive'), Type.Literal('deactivated')]),
  customer: Type.Optional(
    Type.Object({
      id: Type.Optional(text(200)),
      name: Type.Optional(Type.String({ maxLength: 20_000 })),
      language: Type.Optional(Type.String({ maxLength: 35 })),
    }),
  ),
  profile: Type.Optional(
    Type.Object({
      kind: Type.Optional(
        Type.Union([Type.Literal('prepaid'), Type.Literal('postpaid'), Type.Literal('hybrid')]),
      ),
      offer: Type.Optional(Type.String({ maxLength: 20_000 })),
      plan: Type.Optional(Type.String({ maxLength: 20_000 })),
      since: Type.Optional(calendarDate),
    }),
  ),
  main: Type.Object({
    amount: anyAmount,
    currency,
    expiresAt: Type.Optional(instant),
  }),
  buckets: Type.Optional(Type.Array(bucket, { maxItems: 1000 })),
  usage: Type.Optional(usage),
  options: Type.Optional(
    Type.Array(
      Type.Object({
        code: text(200),
        label: Type.String({ maxLength: 20_000 }),
        activatedAt: Type.Optional(instant),
        expiresAt: Type.Optional(instant),
        renews: Type.Optional(Type.Boolean()),
      }),
      { maxItems: 1000 },
    ),
  ),
  favourites: Type.Optional(
    Type.Object({
      max: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
      numbers: Type.Array(msisdnSchema, { maxItems: 1000 }),
      changesLeft: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    }),
  ),
  orangeMoney: Type.Optional(
    Type.Object({
      amount: Type.Optional(nonNegativeAmount),
      currency: Type.Optional(currency),
      status: Type.Optional(text(40)),
    }),
  ),
  bills: Type.Optional(
    Type.Array(
      Type.Object({
        id: text(200),
        issuedAt: Type.Optional(calendarDate),
        dueAt: Type.Optional(calendarDate),
        amount: anyAmount,
        currency,
        status: text(40),
      }),
      { maxItems: 1000 },
    ),
  ),
  contracts: Type.Optional(Type.Array(msisdnSchema, { maxItems: 1000 })),
  pin: Type.Optional(Type.String({ maxLength: 500 })),
});

export const offerSchema = Type.Object({
  _id: Type.String({ pattern: '^offer:.+$' }),
  _rev: Type.Optional(Type.String()),
  type: Type.Literal('offer'),
  schema: Type.Integer({ minimum: 1 }),
  code: text(200),
  kind: Type.Union([Type.Literal('pass'), Type.Literal('option')]),
  family: Type.Optional(text(200)),
  label: localized,
  price: nonNegativeAmount,
  currency,
  gives: Type.Optional(
    Type.Array(
      Type.Object({
        code: text(200),
        amount: nonNegativeAmount,
        unit,
        reach: Type.Optional(reach),
        validHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
      }),
      { maxItems: 100 },
    ),
  ),
  pay: Type.Optional(Type.Array(text(40), { maxItems: 20 })),
  eligible: Type.Optional(
    Type.Object({
      kinds: Type.Optional(Type.Array(text(40), { maxItems: 20 })),
      plans: Type.Optional(Type.Array(text(200), { maxItems: 200 })),
    }),
  ),
});

export const staffSchema = Type.Object({
  _id: Type.String({ pattern: '^staff:.+$' }),
  _rev: Type.Optional(Type.String()),
  type: Type.Literal('staff'),
  schema: Type.Integer({ minimum: 1 }),
  login: text(100),
  name: text(200),
  role: Type.Union([Type.Literal('agent'), Type.Literal('supervisor')]),
  password: text(500),
  disabled: Type.Optional(Type.Boolean()),
});

export const articleSchema = Type.Object({
  _id: Type.String({ pattern: '^article:.+$' }),
  _rev: Type.Optional(Type.String()),
  type: Type.Literal('article'),
  schema: Type.Integer({ minimum: 1 }),
  title: localized,
  body: localized,
  tags: Type.Optional(Type.Array(text(100), { maxItems: 100 })),
});

export type SubscriberDocument = Type.Static<typeof subscriberSchema>;
export type OfferDocument = Type.Static<typeof offerSchema>;
export type StaffDocument = Type.Static<typeof staffSchema>;
export type ArticleDocument = Type.Static<typeof articleSchema>;
export type FeedDocument = SubscriberDocument | OfferDocument | StaffDocument | ArticleDocument;

export type Bucket = Type.Static<typeof bucket>;
export type Reach = Type.Static<typeof reach>;
export type CustomerStatus = SubscriberDocument['status'];
