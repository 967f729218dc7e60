/** TMF654 Prepay Balance Management: `bucket` → main account, bonuses, Orange Money. */
import Type from 'typebox';
import { placeOfCode } from '../../../shared/domain/bonusCatalogue';
import type { Bucket, Reach, SubscriberDocument } from '../../../shared/domain/feedDocument';
import type { MarketPack } from '../../../shared/domain/market';
import { unitKind, type Unit } from '../../../shared/domain/unit';
import { isNamed, isNumberOf, referenceSchema } from './names';
import { amountOf, quantitySchema, type Amount } from './quantity';
import { instantOf, periodSchema } from './time';

export const balanceFields = [
  'id',
  'name',
  'usageType',
  'remainingValue',
  'reservedValue',
  'validFor',
  'status',
  'product',
  'logicalResource',
];

export const balanceSchema = Type.Object({
  id: Type.Optional(Type.String({ maxLength: 200 })),
  name: Type.Optional(Type.String({ maxLength: 20_000 })),
  usageType: Type.Optional(Type.String({ maxLength: 100 })),
  remainingValue: Type.Optional(quantitySchema),
  reservedValue: Type.Optional(quantitySchema),
  validFor: Type.Optional(periodSchema),
  status: Type.Optional(Type.String({ maxLength: 100 })),
  product: Type.Optional(Type.Array(referenceSchema, { maxItems: 100 })),
  logicalResource: Type.Optional(Type.Array(referenceSchema, { maxItems: 1000 })),
});

type TmfBucket = Type.Static<typeof balanceSchema>;

export interface Balances {
  readonly main?: SubscriberDocument['main'];
  readonly buckets: Bucket[];
  readonly orangeMoney?: NonNullable<SubscriberDocument['orangeMoney']>;
}

export function balanceQuery(msisdn: string): Readonly<Record<string, string>> {
  return { 'logicalResource.id': msisdn };
}

/** A server that does not filter would answer with other people's balances. */
export function isBalanceOf(
  msisdn: string,
  { logicalResource = [] }: TmfBucket,
  market: MarketPack,
): boolean {
  const written = logicalResource.flatMap(({ id }) => id ?? []);
  return written.length === 0 || written.some((number) => isNumberOf(msisdn, number, market));
}

/** @param asOf of the answer, ISO 8601 UTC */
export function balancesOf(found: readonly TmfBucket[], asOf: string, market: MarketPack): Balances {
  const names = market.operatorNames;
  const isMain = (bucket: TmfBucket) => isNamed(names.mainAccount, ...namesOf(bucket));
  const isOrangeMoney = (bucket: TmfBucket) => isNamed(names.orangeMoney, ...namesOf(bucket));
  const main = found.find(isMain) ?? onlyMoneyWithoutProduct(found);
  const wallet = found.find(isOrangeMoney);
  const buckets = found
    .filter((bucket) => bucket !== main && bucket !== wallet)
    .flatMap((bucket, index) => bonusOf(bucket, index, asOf, market) ?? []);
  const mainAmount = moneyIn(main, market);
  const walletAmount = moneyIn(wallet, market);
  const expiresAt = instantOf(main?.validFor?.endDateTime);
  return {
    buckets,
    ...(mainAmount !== null && {
      main: {
        amount: mainAmount.amount,
        currency: mainAmount.unit,
        ...(expiresAt !== undefined && { expiresAt }),
      },
    }),
    ...(walletAmount !== null && {
      orangeMoney: {
        amount: walletAmount.amount,
        currency: walletAmount.unit,
        ...(wallet?.status !== undefined && { status: wallet.status }),
      },
    }),
  };
}

function namesOf({ id, name, product = [] }: TmfBucket): readonly (string | undefined)[] {
  return [id, name, ...product.flatMap((reference) => [reference.id, reference.name])];
}

/** Bonuses come with products; money that comes with none is what was topped up, where nothing is named so. */
function onlyMoneyWithoutProduct(found: readonly TmfBucket[]): TmfBucket | undefined {
  const [first, ...more] = found.filter(
    ({ usageType, product = [] }) => usageType === 'monetary' && product.length === 0,
  );
  return more.length === 0 ? first : undefined;
}

function moneyIn(bucket: TmfBucket | undefined, market: MarketPack): Amount | null {
  const amount = amountOf(bucket?.remainingValue, bucket?.usageType, market);
  return amount !== null && unitKind(amount.unit) === 'money' ? amount : null;
}

/** `null`: its amount is absent, or in a unit that means nothing here. */
function bonusOf(bucket: TmfBucket, index: number, asOf: string, market: MarketPack): Bucket | null {
  const amount = amountOf(bucket.remainingValue, bucket.usageType, market);
  if (amount === null) return null;
  const reserved = amountOf(bucket.reservedValue, bucket.usageType, market);
  const { code, reach } = accountOf(bucket, index, amount.unit, market);
  const label = bucket.name ?? bucket.product?.find(({ name }) => name !== undefined)?.name;
  const validFrom = instantOf(bucket.validFor?.startDateTime);
  const expiresAt = endOf(bucket, asOf);
  return {
    id: bucket.id ?? code,
    code,
    ...(label !== undefined && { label }),
    ...(reach !== undefined && { reach }),
    ...amount,
    ...(bucket.status === 'suspended'
      ? // Nothing of it can be spent: all of it is held.
        { reserved: amount.amount }
      : reserved?.unit === amount.unit && { reserved: reserved.amount }),
    ...(validFrom !== undefined && { validFrom }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

/** What the operator calls expired has ended by now, whatever the end it was given. */
function endOf({ status, validFor }: TmfBucket, asOf: string): string | undefined {
  const end = instantOf(validFor?.endDateTime);
  return status === 'expired' && (end === undefined || Date.parse(end) > Date.parse(asOf)) ? asOf : end;
}

interface Account {
  readonly code: string;
  readonly reach?: Reach;
}

/** Our code by the product's id or name, else the operator's own, under which it is shown as it is called. */
function accountOf(bucket: TmfBucket, index: number, unit: Unit, market: MarketPack): Account {
  const products = bucket.product ?? [];
  const ids = products.flatMap(({ id }) => id ?? []);
  const names = [...products.flatMap(({ name }) => name ?? []), bucket.name].filter(
    (name): name is string => name !== undefined,
  );
  for (const id of [...ids, ...names]) {
    const account = accountById(id, market);
    if (account !== null) return account;
  }
  for (const name of names) {
    const code = codeByLabel(name, unit, market);
    if (code !== null) return { code };
  }
  return { code: ids[0] ?? names[0]?.slice(0, 200) ?? bucket.id ?? `bucket ${index + 1}` };
}

function accountById(id: string, market: MarketPack): Account | null {
  const place = placeOfCode(id, market);
  if (place === null) return null;
  const { account, reach } = place;
  return { code: account.code, ...(reach !== null && reach !== account.reach && { reach }) };
}

/** The account that customers know under this name, where its unit leaves only one. */
function codeByLabel(name: string, unit: Unit, { catalogue }: MarketPack): string | null {
  const named = catalogue.categories
    .filter(({ unitKinds }) => unitKinds.includes(unitKind(unit)))
    .flatMap(({ headings }) => headings.flatMap(({ accounts }) => accounts))
    .filter(({ label }) => isNamed(Object.values(label), name));
  const [only] = named;
  return only !== undefined && named.length === 1 ? only.code : null;
}
