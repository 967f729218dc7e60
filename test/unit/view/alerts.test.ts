import { describe, expect, it, test } from 'vitest';
import type { SubscriberDocument } from '../../../shared/domain/feedDocument';
import { buildBucket, buildRichSubscriber, buildSubscriber } from '../../helpers/builders';
import { fullViewOf, plain } from '../../helpers/customerViews';

const alertsOf = (sections: Partial<SubscriberDocument>) =>
  fullViewOf(buildSubscriber(sections)).alerts.map(({ kind, severity, text }) => [
    kind,
    severity,
    plain(text),
  ]);

const usage = (used: number) => ({
  from: '2026-11-01',
  to: '2026-11-22',
  allowances: [{ kind: 'data', label: 'Pass Internet Mois', used, limit: 5_000_000_000, unit: 'B' }],
});

test.each([
  [3_999_999_999, []],
  [
    4_000_000_000,
    [['allowanceWarning', 'warning', '« Pass Internet Mois » est consommé à 80 % : 4 Go sur 5 Go.']],
  ],
  [
    4_999_999_999,
    [['allowanceWarning', 'warning', '« Pass Internet Mois » est consommé à 99 % : 4,99 Go sur 5 Go.']],
  ],
  [5_000_000_000, [['allowanceReached', 'critical', '« Pass Internet Mois » est épuisé : 5 Go sur 5 Go.']]],
  [5_600_000_000, [['allowanceReached', 'critical', '« Pass Internet Mois » est épuisé : 5,6 Go sur 5 Go.']]],
])('at %i of 5 000 000 000 bytes the alerts are %j', (used, alerts) => {
  expect(alertsOf({ usage: usage(used) })).toEqual(alerts);
});

test.each([
  ['2026-11-23T10:00:00Z', []],
  [
    '2026-11-23T23:59:59Z',
    [['expiresTonight', 'warning', '« Internet › Bonus Nuit » expire ce soir : il reste 1,5 Go.']],
  ],
  [
    '2026-11-24T00:00:00Z',
    [['expiresTonight', 'warning', '« Internet › Bonus Nuit » expire ce soir : il reste 1,5 Go.']],
  ],
  [
    '2026-11-24T05:00:00Z',
    [['expiresSoon', 'info', '« Internet › Bonus Nuit » expire demain à 5 h : il reste 1,5 Go.']],
  ],
  [
    '2026-11-30T23:59:59Z',
    [['expiresSoon', 'info', '« Internet › Bonus Nuit » expire dans 7 jours : il reste 1,5 Go.']],
  ],
  ['2026-12-01T00:00:01Z', []],
])('a bonus that expires at %s gives the alerts %j', (expiresAt, alerts) => {
  const bucket = buildBucket({ code: 'internet.nuit', unit: 'B', amount: 1_500_000_000, expiresAt });
  expect(alertsOf({ buckets: [bucket] })).toEqual(alerts);
});

test('nothing is said of a bonus of which nothing is left', () => {
  expect(alertsOf({ buckets: [buildBucket({ amount: 0, expiresAt: '2026-11-23T23:59:59Z' })] })).toEqual([]);
});

describe('the main account', () => {
  const main = (amount: number, expiresAt?: string) => ({
    main: { amount, currency: 'XOF', ...(expiresAt !== undefined && { expiresAt }) },
  });

  test.each([
    ['fine', main(1250, '2026-12-31T23:59:59Z'), []],
    ['low', main(99), [['lowBalance', 'warning', 'Il reste 99 F CFA sur le compte principal.']]],
    ['not low', main(100), []],
    ['overdrawn', main(-500), [['lowBalance', 'warning', 'Il reste -500 F CFA sur le compte principal.']]],
    [
      'near its end',
      main(1250, '2026-11-30T23:59:59Z'),
      [['mainExpiresSoon', 'warning', 'Le compte principal expire dans 7 jours (30/11/2026).']],
    ],
    [
      'over with a day that begins',
      main(1250, '2026-11-25T00:00:00Z'),
      [['mainExpiresSoon', 'warning', 'Le compte principal expire demain (24/11/2026).']],
    ],
    [
      'expired, and is not called low as well',
      main(0, '2026-11-22T23:59:59Z'),
      [['mainExpired', 'critical', 'Le compte principal a expiré le 22/11/2026.']],
    ],
  ])('is %s', (_name, sections, alerts) => {
    expect(alertsOf(sections)).toEqual(alerts);
  });

  it('of a postpaid line is not to be topped up', () => {
    expect(alertsOf({ ...main(0), profile: { kind: 'postpaid' } })).toEqual([]);
  });

  it('is told of when the profile that would say otherwise is too old to be shown', () => {
    const document = buildSubscriber({
      ...main(1250, '2026-11-22T23:59:59Z'),
      asOf: '2026-06-01T12:00:00Z',
      profile: { kind: 'postpaid' },
    });
    const { profile, alerts } = fullViewOf(document);
    expect(profile).toBeNull();
    expect(alerts.map(({ kind }) => kind)).toEqual(['mainExpired']);
  });
});

describe('a bill', () => {
  const bill = (status: string, dueAt?: string) => ({
    bills: [{ id: 'F-1', amount: 12_500, currency: 'XOF', status, ...(dueAt !== undefined && { dueAt }) }],
  });

  test.each([
    [bill('overdue', '2026-11-15'), 'La facture F-1 de 12 500 F CFA est en retard depuis le 15/11/2026.'],
    [bill('overdue'), 'La facture F-1 de 12 500 F CFA est en retard.'],
    [bill('due', '2026-11-22'), 'La facture F-1 de 12 500 F CFA est en retard depuis le 22/11/2026.'],
  ])('%j is overdue', (sections, text) => {
    expect(alertsOf(sections)).toEqual([['billOverdue', 'critical', text]]);
  });

  test.each([[bill('due', '2026-11-23')], [bill('paid', '2026-11-15')], [bill('due')]])(
    '%j is not overdue',
    (sections) => {
      expect(alertsOf(sections)).toEqual([]);
    },
  );
});

test('the gravest alerts come first, each with one action', () => {
  const { alerts } = fullViewOf(buildRichSubscriber());
  expect(alerts.map(({ severity, action }) => [severity, action?.target])).toEqual([
    ['critical', 'bills'],
    ['warning', 'passes'],
    ['warning', 'bonus'],
    ['info', 'bonus'],
    ['info', 'bonus'],
    ['info', 'bonus'],
    ['info', 'bonus'],
  ]);
  expect(new Set(alerts.map(({ id }) => id)).size).toBe(alerts.length);
});
