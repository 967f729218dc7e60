import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { validateFeedDocument } from '../../../shared/domain/feedValidation';
import { readQuarantineReason } from '../../../shared/domain/quarantineReason';
import { arbitraryOffer, arbitrarySubscriber } from '../../helpers/arbitraries';
import {
  buildBucket,
  buildOffer,
  buildRichSubscriber,
  buildStaff,
  buildSubscriber,
} from '../../helpers/builders';

const article = {
  _id: 'article:bonus-expire',
  type: 'article',
  schema: 1,
  title: { fr: 'Quand expire un bonus ?' },
  body: { fr: 'Chaque bonus a sa date.' },
};

describe('a document that is as agreed', () => {
  test.each([
    ['subscriber with the required fields only', buildSubscriber()],
    ['subscriber with every section', buildRichSubscriber()],
    ['offer', buildOffer()],
    ['staff', buildStaff()],
    ['article', article],
  ])('is valid: %s', (_name, document) => {
    expect(validateFeedDocument(document)).toEqual({ kind: 'valid', document });
  });

  it('keeps the fields that are not known', () => {
    const document = { ...buildSubscriber(), loyalty: { points: 3 } };
    const result = validateFeedDocument(document);
    expect(result.kind === 'valid' && result.document).toBe(document);
  });

  it('may hold absurd values, as long as they are of the right kind', () => {
    fc.assert(
      fc.property(fc.oneof(arbitrarySubscriber, arbitraryOffer), (document) => {
        expect(validateFeedDocument(document)).toEqual({ kind: 'valid', document });
      }),
      { numRuns: 500 },
    );
  });

  it('may hold an unknown field that is very deep', () => {
    let deep: unknown = 'bottom';
    for (let depth = 0; depth < 1000; depth++) deep = { deep };
    expect(validateFeedDocument({ ...buildSubscriber(), deep }).kind).toBe('valid');
  });

  test.each(['2024-02-29T00:00:00Z', '1970-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'])(
    'may be as of %s',
    (asOf) => {
      expect(validateFeedDocument(buildSubscriber({ asOf })).kind).toBe('valid');
    },
  );
});

describe('a document of a type that is not known', () => {
  it('is told apart from a bad one', () => {
    expect(validateFeedDocument({ _id: 'shop:1', type: 'shop' })).toEqual({
      kind: 'unknownType',
      type: 'shop',
    });
  });

  it('includes the design documents of the database itself', () => {
    expect(validateFeedDocument({ _id: '_design/lookup', views: {} }).kind).toBe('unknownType');
  });

  it('is named in at most a hundred characters', () => {
    const result = validateFeedDocument({ _id: 'x', type: 'x'.repeat(5000) });
    expect(result.kind === 'unknownType' && result.type.length).toBe(100);
  });
});

const rich = buildRichSubscriber();

describe('a document that is not as agreed', () => {
  test.each<[string, unknown, string | RegExp]>([
    ['nothing', null, 'document must be object'],
    ['text', 'subscriber', 'document must be object'],
    ['list', [rich], 'document must be object'],
    ['no type', { _id: 'subscriber:2250700000001' }, '/type must be string'],
    ['type that is no text', { ...rich, type: 1 }, '/type must be string'],
    ['newer schema', { ...rich, schema: 2 }, '/schema must not be above 1, the newest that is understood'],
    ['newer schema of another shape', { _id: 'subscriber:1', type: 'subscriber', schema: 9 }, /^\/schema/],
    ['schema zero', { ...rich, schema: 0 }, '/schema must be >= 1'],
    ['schema as text', { ...rich, schema: '1' }, '/schema must be integer'],
    ['no number', without(rich, 'msisdn'), /required properties msisdn/],
    ['no main account', without(rich, 'main'), /required properties main/],
    ['no as-of', without(rich, 'asOf'), /required properties asOf/],
    [
      'id of somebody else',
      { ...rich, _id: 'subscriber:2250700000002' },
      '/_id must be "subscriber:" and /msisdn',
    ],
    ['id of another type', { ...rich, _id: 'offer:2250700000001' }, /^\/_id must match pattern/],
    ['offer under another code', { ...buildOffer(), _id: 'offer:OTHER' }, '/_id must be "offer:" and /code'],
    ['staff under another login', { ...buildStaff(), _id: 'staff:root' }, '/_id must be "staff:" and /login'],
    ['number with a plus', { ...rich, msisdn: '+2250700000001' }, /^\/msisdn must match pattern/],
    [
      'status that is none',
      { ...rich, status: 'sleeping' },
      '/status must be active or inactive or deactivated',
    ],
    ['as-of in local time', { ...rich, asOf: '2026-11-22T12:00:00' }, /^\/asOf must match pattern/],
    ['as-of on 30 February', { ...rich, asOf: '2026-02-30T12:00:00Z' }, /^\/asOf must match pattern/],
    ['as-of on 29 February of a common year', { ...rich, asOf: '2100-02-29T12:00:00Z' }, /^\/asOf/],
    ['as-of on 31 April', { ...rich, asOf: '2026-04-31T12:00:00Z' }, /^\/asOf must match pattern/],
    [
      'fraction of a franc',
      { ...rich, main: { amount: 0.5, currency: 'XOF' } },
      '/main/amount must be integer',
    ],
    [
      'amount as text',
      { ...rich, main: { amount: '1250', currency: 'XOF' } },
      '/main/amount must be integer',
    ],
    [
      'amount that is not exact',
      { ...rich, main: { amount: 1e300, currency: 'XOF' } },
      /^\/main\/amount must be <=/,
    ],
    [
      'amount that is no number',
      { ...rich, main: { amount: NaN, currency: 'XOF' } },
      '/main/amount must be integer',
    ],
    ['currency in small letters', { ...rich, main: { amount: 1, currency: 'xof' } }, /^\/main\/currency/],
    ['buckets that are no list', { ...rich, buckets: {} }, '/buckets must be array'],
    [
      'negative bucket',
      { ...rich, buckets: [buildBucket({ amount: -1 })] },
      '/buckets/0/amount must be >= 0',
    ],
    ['unit that is none', { ...rich, buckets: [buildBucket({ unit: 'km' })] }, /^\/buckets\/0\/unit/],
    [
      'bucket without a code',
      { ...rich, buckets: [without(buildBucket(), 'code')] },
      /required properties code/,
    ],
    [
      'endless buckets',
      { ...rich, buckets: Array.from({ length: 1001 }, () => buildBucket()) },
      /^\/buckets must not/,
    ],
    [
      'label without end',
      { ...rich, buckets: [buildBucket({ label: 'x'.repeat(50_000) })] },
      /^\/buckets\/0\/label/,
    ],
    [
      'window at 25 h',
      { ...rich, buckets: [{ ...buildBucket(), window: { from: '25:00', to: '05:00' } }] },
      /window/,
    ],
    [
      'bill without an amount',
      { ...rich, bills: [{ id: 'F-1', currency: 'XOF', status: 'paid' }] },
      /amount/,
    ],
    ['negative price', { ...buildOffer(), price: -1 }, '/price must be >= 0'],
    ['role that is none', { ...buildStaff(), role: 'root' }, '/role must be agent or supervisor'],
    [
      'article without French',
      { ...article, title: { en: 'When?' } },
      /^\/title must have required properties fr/,
    ],
  ])('has a reason: %s', (_name, document, reason) => {
    const result = validateFeedDocument(document);
    expect(result.kind === 'invalid' && result.reason).toEqual(
      typeof reason === 'string' ? reason : expect.stringMatching(reason),
    );
    expect(result.kind === 'invalid' && readQuarantineReason(result.reason)).not.toBeNull();
  });

  it('has a reason that repeats nothing of the customer', () => {
    const result = validateFeedDocument({
      ...rich,
      msisdn: '2250799999999x',
      customer: { id: '', name: 42 },
      main: { amount: 'Aya KOUASSI', currency: 'Aya' },
    });
    expect(JSON.stringify(result)).not.toMatch(/07999|Aya|42/);
  });
});

function without(document: object, field: string): object {
  return Object.fromEntries(Object.entries(document).filter(([name]) => name !== field));
}
