/** Feed documents for tests: plausible by default, each field open to change. */
import type {
  Bucket,
  OfferDocument,
  StaffDocument,
  SubscriberDocument,
} from '../../shared/domain/feedDocument';

const exampleMsisdn = '2250700000001';

/** A subscriber with the required sections only; everything else is "not known". */
export function buildSubscriber(overrides: Partial<SubscriberDocument> = {}): SubscriberDocument {
  const msisdn = overrides.msisdn ?? exampleMsisdn;
  return {
    _id: `subscriber:${msisdn}`,
    _rev: '1-a',
    type: 'subscriber',
    schema: 1,
    asOf: '2026-11-22T12:00:00Z',
    msisdn,
    status: 'active',
    main: { amount: 1250, currency: 'XOF', expiresAt: '2026-12-31T23:59:59Z' },
    ...overrides,
  };
}

/** A subscriber with every section filled. */
export function buildRichSubscriber(overrides: Partial<SubscriberDocument> = {}): SubscriberDocument {
  return buildSubscriber({
    customer: { id: 'C-100001', name: 'Aya KOUASSI', language: 'fr' },
    profile: { kind: 'prepaid', offer: 'Orange Prépayé', plan: 'Tigre', since: '2019-03-02' },
    buckets: [
      buildBucket({
        id: 'b1',
        code: 'credit.mensuel.mensuel',
        amount: 500,
        reserved: 0,
        initial: 1000,
        validFrom: '2026-11-01T00:00:00Z',
        expiresAt: '2026-11-30T23:59:59Z',
      }),
      buildBucket({
        id: 'b2',
        code: 'minutes.special',
        reach: 'international',
        amount: 750,
        initial: 1800,
        unit: 's',
        expiresAt: '2026-11-25T23:59:59Z',
      }),
      buildBucket({
        id: 'b3',
        code: 'minutes.omoney',
        reach: 'intra',
        amount: 40,
        initial: 100,
        unit: 'sms',
        expiresAt: '2026-11-29T23:59:59Z',
      }),
      buildBucket({
        id: 'b4',
        code: 'internet.nuit',
        amount: 1_500_000_000,
        initial: 2_000_000_000,
        unit: 'B',
        window: { from: '00:00', to: '05:00' },
        expiresAt: '2026-11-24T05:00:00Z',
      }),
      buildBucket({
        id: 'b5',
        code: 'promo.anniversaire',
        label: 'Cadeau anniversaire',
        amount: 200,
        expiresAt: '2026-11-23T23:59:59Z',
      }),
    ],
    usage: {
      from: '2026-11-01',
      to: '2026-11-22',
      allowances: [
        { kind: 'data', label: 'Pass Internet Mois', used: 4_200_000_000, limit: 5_000_000_000, unit: 'B' },
      ],
      daily: [{ date: '2026-11-21', voice: 420, sms: 3, data: 210_000_000, spend: 350 }],
    },
    options: [
      {
        code: 'OPT-NUIT',
        label: 'Option Nuit',
        activatedAt: '2026-11-01T08:00:00Z',
        expiresAt: '2026-12-01T08:00:00Z',
        renews: true,
      },
    ],
    favourites: { max: 3, numbers: ['2250700000002'], changesLeft: 2 },
    orangeMoney: { amount: 15_000, currency: 'XOF', status: 'active' },
    bills: [
      {
        id: 'F-2026-10-0001',
        issuedAt: '2026-10-31',
        dueAt: '2026-11-15',
        amount: 12_500,
        currency: 'XOF',
        status: 'overdue',
      },
    ],
    contracts: ['2250700000009'],
    ...overrides,
  });
}

/** A bonus credit in F CFA without an end, unless told otherwise. */
export function buildBucket(overrides: Partial<Bucket> = {}): Bucket {
  return { id: 'b', code: 'credit.mensuel.bonus', amount: 500, unit: 'XOF', ...overrides };
}

export function buildOffer(overrides: Partial<OfferDocument> = {}): OfferDocument {
  const code = overrides.code ?? 'PASS-NET-1J';
  return {
    _id: `offer:${code}`,
    type: 'offer',
    schema: 1,
    code,
    kind: 'pass',
    family: 'internet',
    label: { fr: 'Pass Internet Jour', en: 'Day internet pass' },
    price: 250,
    currency: 'XOF',
    gives: [{ code: 'internet.special', amount: 500_000_000, unit: 'B', validHours: 24 }],
    pay: ['main', 'orangeMoney'],
    eligible: { kinds: ['prepaid'], plans: ['*'] },
    ...overrides,
  };
}

export function buildStaff(overrides: Partial<StaffDocument> = {}): StaffDocument {
  const login = overrides.login ?? 'k.yao';
  return {
    _id: `staff:${login}`,
    type: 'staff',
    schema: 1,
    login,
    name: 'Koffi YAO',
    role: 'agent',
    password: '$scrypt$ln=15,r=8,p=1$c2FsdA==$aGFzaA==',
    disabled: false,
    ...overrides,
  };
}
