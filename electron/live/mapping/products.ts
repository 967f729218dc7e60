/** TMF637 Product Inventory: `product` → status, commercial offer and plan, customer, options, preferred numbers. */
import Type from 'typebox';
import type { CustomerStatus, SubscriberDocument } from '../../../shared/domain/feedDocument';
import type { MarketPack } from '../../../shared/domain/market';
import { parseMsisdn } from '../../../shared/domain/msisdn';
import { isNamed, isNumberOf, meaningOf, referenceSchema } from './names';
import { dayOf, instantOf, momentSchema, periodSchema } from './time';

export const productFields = [
  'id',
  'name',
  'status',
  'isBundle',
  'startDate',
  'terminationDate',
  'billingAccount',
  'productCharacteristic',
  'productOffering',
  'productRelationship',
  'productTerm',
  'realizingResource',
  'relatedParty',
  'product',
];

const productProperties = {
  id: Type.Optional(Type.String({ maxLength: 200 })),
  name: Type.Optional(Type.String({ maxLength: 20_000 })),
  status: Type.Optional(Type.String({ maxLength: 100 })),
  isBundle: Type.Optional(Type.Boolean()),
  startDate: momentSchema,
  terminationDate: momentSchema,
  productCharacteristic: Type.Optional(
    Type.Array(Type.Object({ name: Type.String({ maxLength: 200 }), value: Type.Unknown() }), {
      maxItems: 1000,
    }),
  ),
  billingAccount: Type.Optional(referenceSchema),
  productOffering: Type.Optional(referenceSchema),
  productRelationship: Type.Optional(
    Type.Array(
      Type.Object({
        relationshipType: Type.Optional(Type.String({ maxLength: 100 })),
        product: Type.Optional(referenceSchema),
      }),
      { maxItems: 1000 },
    ),
  ),
  productTerm: Type.Optional(
    Type.Array(Type.Object({ validFor: Type.Optional(periodSchema) }), { maxItems: 100 }),
  ),
  realizingResource: Type.Optional(
    Type.Array(
      Type.Object({
        id: Type.Optional(Type.String({ maxLength: 200 })),
        value: Type.Optional(Type.String({ maxLength: 200 })),
      }),
      { maxItems: 1000 },
    ),
  ),
  relatedParty: Type.Optional(
    Type.Array(
      Type.Object({ ...referenceSchema.properties, role: Type.Optional(Type.String({ maxLength: 200 })) }),
      { maxItems: 1000 },
    ),
  ),
};

const partSchema = Type.Object(productProperties);

export const productSchema = Type.Object({
  ...productProperties,
  product: Type.Optional(Type.Array(partSchema, { maxItems: 1000 })),
});

type TmfProduct = Type.Static<typeof productSchema>;
type TmfPart = Type.Static<typeof partSchema>;

export interface Products {
  /** What the line's bills are for. */
  readonly billingAccountId: string | null;
  readonly status?: CustomerStatus;
  readonly customer?: NonNullable<SubscriberDocument['customer']>;
  readonly profile: NonNullable<SubscriberDocument['profile']>;
  readonly options: NonNullable<SubscriberDocument['options']>;
  readonly favourites?: NonNullable<SubscriberDocument['favourites']>;
}

export function productQuery(msisdn: string): Readonly<Record<string, string>> {
  return { 'realizingResource.value': msisdn };
}

/** A server that does not filter would answer with other people's products. */
export function isProductOf(msisdn: string, product: TmfProduct, market: MarketPack): boolean {
  const written = (product.realizingResource ?? []).flatMap(({ value }) => value ?? []);
  return written.length === 0 || written.some((number) => isNumberOf(msisdn, number, market));
}

/** `null`: no line among them. */
export function productsOf(found: readonly TmfProduct[], market: MarketPack): Products | null {
  const line = lineAmong(found);
  if (line === undefined) return null;
  const status = statuses.get(line.status ?? '');
  const customer = customerOf(line);
  const favourites = favouritesOf(line, market);
  const parts = [...found.filter((product) => product !== line), ...(line.product ?? [])];
  return {
    billingAccountId: line.billingAccount?.id ?? null,
    ...(status !== undefined && { status }),
    ...(customer !== undefined && { customer }),
    profile: profileOf(line, market),
    options: parts.filter(isActive).flatMap((part) => optionOf(part, market) ?? []),
    ...(favourites !== undefined && { favourites }),
  };
}

/** States in which a line is neither yet nor any more what it will be say nothing. */
const statuses = new Map<string, CustomerStatus>([
  ['active', 'active'],
  ['suspended', 'inactive'],
  ['terminated', 'deactivated'],
  ['cancelled', 'deactivated'],
]);

/** The bundle, else what does not rely on another product; of several, the one that was there first. */
function lineAmong(found: readonly TmfProduct[]): TmfProduct | undefined {
  const independent = found.filter(({ productRelationship = [] }) => productRelationship.length === 0);
  const lines = [found.filter(({ isBundle }) => isBundle === true), independent, found].find(
    (candidates) => candidates.length > 0,
  );
  return lines?.toSorted((a, b) => (a.startDate ?? '').localeCompare(b.startDate ?? ''))[0];
}

/** What is over or not yet there is no option of the customer's. */
function isActive({ status }: TmfPart): boolean {
  return status === undefined || status === 'active' || status === 'pendingTerminate';
}

function profileOf(line: TmfProduct, market: MarketPack): Products['profile'] {
  const names = market.operatorNames;
  const kind = meaningOf(names.kinds, textOf(line, names.characteristics.kind));
  const offer = line.productOffering?.name ?? line.name;
  const plan = textOf(line, names.characteristics.plan);
  const since = dayOf(line.startDate, market);
  return {
    ...(kind !== undefined && { kind }),
    ...(offer !== undefined && { offer }),
    ...(plan !== undefined && { plan }),
    ...(since !== undefined && { since }),
  };
}

function customerOf({ relatedParty = [] }: TmfProduct): Products['customer'] {
  const party = relatedParty.find(({ role }) => isNamed(['customer', 'owner', 'subscriber'], role));
  if (party === undefined) return undefined;
  const { id, name } = party;
  return { ...(id !== undefined && { id }), ...(name !== undefined && { name }) };
}

/** `null`: nothing that it could be called by. */
function optionOf(part: TmfPart, market: MarketPack): Products['options'][number] | null {
  const code = part.productOffering?.id ?? part.id ?? part.name?.slice(0, 200);
  if (code === undefined || code === '') return null;
  const activatedAt = instantOf(part.startDate);
  const ends = (part.productTerm ?? []).flatMap(({ validFor }) => instantOf(validFor?.endDateTime) ?? []);
  const expiresAt = ends.toSorted().at(-1) ?? instantOf(part.terminationDate);
  const renews = characteristic(part, market.operatorNames.characteristics.renews);
  return {
    code,
    label: part.productOffering?.name ?? part.name ?? code,
    ...(activatedAt !== undefined && { activatedAt }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(typeof renews === 'boolean' && { renews }),
  };
}

function favouritesOf(line: TmfProduct, market: MarketPack): Products['favourites'] {
  const names = market.operatorNames.characteristics;
  const listed = characteristic(line, names.preferredNumbers);
  if (!Array.isArray(listed)) return undefined;
  const numbers = listed.flatMap((written) => {
    const read = typeof written === 'string' ? parseMsisdn(written, market) : null;
    return read?.ok === true ? read.msisdn : [];
  });
  const max = wholeNumber(characteristic(line, names.preferredNumbersMax));
  const changesLeft = wholeNumber(characteristic(line, names.preferredNumbersChangesLeft));
  return { numbers, ...(max !== undefined && { max }), ...(changesLeft !== undefined && { changesLeft }) };
}

function characteristic({ productCharacteristic = [] }: TmfPart, wanted: string): unknown {
  return productCharacteristic.find(({ name }) => isNamed([wanted], name))?.value;
}

function textOf(part: TmfPart, wanted: string): string | undefined {
  const value = characteristic(part, wanted);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function wholeNumber(value: unknown): number | undefined {
  return Number.isInteger(value) ? Number(value) : undefined;
}
