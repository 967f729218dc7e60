/** TMF620 Product Catalog Management: `productOffering` → passes and options on sale. */
import Type from 'typebox';
import type { OfferDocument } from '../../../shared/domain/feedDocument';
import type { MarketPack } from '../../../shared/domain/market';
import { meaningOf, referenceSchema } from './names';
import { amountOf, moneyOf, moneySchema, quantitySchema } from './quantity';

export const offerFields = [
  'id',
  'name',
  'lifecycleStatus',
  'isSellable',
  'category',
  'productOfferingPrice',
  'prodSpecCharValueUse',
  'productOfferingTerm',
];

export const offeringSchema = Type.Object({
  id: Type.Optional(Type.String({ maxLength: 200 })),
  name: Type.Optional(Type.String({ maxLength: 20_000 })),
  lifecycleStatus: Type.Optional(Type.String({ maxLength: 100 })),
  isSellable: Type.Optional(Type.Boolean()),
  category: Type.Optional(Type.Array(referenceSchema, { maxItems: 100 })),
  productOfferingPrice: Type.Optional(
    Type.Array(
      Type.Object({
        price: Type.Optional(
          Type.Object({
            taxIncludedAmount: Type.Optional(moneySchema),
            dutyFreeAmount: Type.Optional(moneySchema),
          }),
        ),
      }),
      { maxItems: 100 },
    ),
  ),
  prodSpecCharValueUse: Type.Optional(
    Type.Array(
      Type.Object({
        name: Type.Optional(Type.String({ maxLength: 200 })),
        productSpecCharacteristicValue: Type.Optional(
          Type.Array(
            Type.Object({
              value: Type.Optional(Type.Unknown()),
              unitOfMeasure: Type.Optional(Type.String({ maxLength: 100 })),
            }),
            { maxItems: 100 },
          ),
        ),
      }),
      { maxItems: 100 },
    ),
  ),
  productOfferingTerm: Type.Optional(
    Type.Array(Type.Object({ duration: Type.Optional(quantitySchema) }), { maxItems: 100 }),
  ),
});

type Offering = Type.Static<typeof offeringSchema>;
type Gift = NonNullable<OfferDocument['gives']>[number];

/** `null`: not for sale, no pass or option, or without a price. */
export function offerOf(offering: Offering, market: MarketPack): OfferDocument | null {
  const { id, name, category = [], lifecycleStatus, isSellable } = offering;
  const words = category.flatMap((reference) => [reference.id, reference.name]);
  const kind = meaningOf(market.operatorNames.offerKinds, ...words);
  const price = priceOf(offering, market);
  const isOnSale = isSellable !== false && !/^(?:retired|obsolete|rejected)$/i.test(lifecycleStatus ?? '');
  if (id === undefined || id === '' || kind === undefined || price === null || !isOnSale) return null;
  const family = category
    .map((reference) => reference.name ?? reference.id)
    .find((word) => meaningOf(market.operatorNames.offerKinds, word) === undefined);
  const gives = giftsOf(offering, market);
  return {
    _id: `offer:${id}`,
    type: 'offer',
    schema: 1,
    code: id,
    kind,
    ...(family !== undefined && { family: family.slice(0, 200) }),
    label: { fr: name ?? id },
    price: price.amount,
    currency: price.unit,
    ...(gives.length > 0 && { gives }),
  };
}

function priceOf({ productOfferingPrice = [] }: Offering, market: MarketPack) {
  const prices = productOfferingPrice.flatMap(({ price }) => [
    moneyOf(price?.taxIncludedAmount, market),
    moneyOf(price?.dutyFreeAmount, market),
  ]);
  return prices.find((price) => price !== null) ?? null;
}

function giftsOf(
  { prodSpecCharValueUse = [], productOfferingTerm = [] }: Offering,
  market: MarketPack,
): Gift[] {
  const hours = productOfferingTerm.map(({ duration }) => hoursOf(duration)).find((term) => term !== null);
  return prodSpecCharValueUse.flatMap(({ name, productSpecCharacteristicValue = [] }) =>
    productSpecCharacteristicValue.flatMap(({ value, unitOfMeasure }) => {
      if (name === undefined || name === '' || typeof value !== 'number') return [];
      const units = unitOfMeasure === undefined ? {} : { units: unitOfMeasure };
      const amount = amountOf({ amount: value, ...units }, undefined, market);
      if (amount === null) return [];
      return { code: name, ...amount, ...(hours !== undefined && { validHours: hours }) };
    }),
  );
}

const hoursByUnit: Readonly<Record<string, number>> = { hour: 1, day: 24, week: 168, month: 720 };

function hoursOf(duration: Type.Static<typeof quantitySchema> | undefined): number | null {
  const unit = (duration?.units ?? '').toLowerCase().replace(/s$/, '');
  const hours = Object.hasOwn(hoursByUnit, unit) ? (duration?.amount ?? 0) * (hoursByUnit[unit] ?? 0) : 0;
  return Number.isInteger(hours) && hours > 0 ? hours : null;
}
