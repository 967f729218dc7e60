/**
 * The catalogue of bonus sub-accounts: category → heading → account.
 * It is data: a new account is one entry in a catalogue, and every face shows it.
 */
import type { Bucket, Reach } from './feedDocument';
import type { Localized } from './language';
import type { MarketPack } from './market';
import { unitKind, type UnitKind } from './unit';

export type CategoryCode = 'credit' | 'minutes' | 'internet';

/** What a balance can be spent on; its unit narrows this further (seconds pay no message). */
export type Traffic = 'call' | 'sms' | 'data' | 'socialData';

export interface CatalogueAccount {
  readonly code: string;
  readonly label: Localized;
  /** What it is for, in one line. */
  readonly purpose: Localized;
  readonly pays: readonly Traffic[];
  /** How far it reaches when the balance itself does not say. */
  readonly reach?: Reach;
  /** Counts at night only: the market's night window holds when the balance brings none. */
  readonly nightOnly?: true;
}

export interface CatalogueHeading {
  readonly code: string;
  readonly label: Localized;
  readonly accounts: readonly CatalogueAccount[];
}

export interface CatalogueCategory {
  readonly code: CategoryCode;
  readonly label: Localized;
  readonly purpose: Localized;
  /** The units whose balances fall here when their code is in no catalogue. */
  readonly unitKinds: readonly UnitKind[];
  readonly headings: readonly CatalogueHeading[];
}

export interface BonusCatalogue {
  readonly categories: readonly CatalogueCategory[];
  /** The heading of what no entry knows. */
  readonly otherLabel: Localized;
}

/** Where a balance belongs. */
export interface CataloguePlace {
  readonly category: CatalogueCategory;
  readonly heading: CatalogueHeading;
  /** `null`: no entry knows the code; the balance is shown under the label that came with it. */
  readonly account: CatalogueAccount | null;
  /** How far it reaches when the balance itself does not say; `null`: neither its code nor its account tells. */
  readonly reach: Reach | null;
}

/** The place of a known account. */
export type AccountPlace = CataloguePlace & { readonly account: CatalogueAccount };

/** Finds the place of a balance in the market's catalogue. Every balance has one. */
export function placeInCatalogue(bucket: Pick<Bucket, 'code' | 'unit'>, market: MarketPack): CataloguePlace {
  return placeOfCode(bucket.code, market) ?? indexOf(market.catalogue).otherByKind[unitKind(bucket.unit)];
}

/**
 * The place of an account by its code or by what the operator calls it; `null`: neither is known. Any account's code
 * takes a reach at its end: `minutes.special.international`.
 */
export function placeOfCode(code: string, { catalogue, bucketCodes }: MarketPack): AccountPlace | null {
  return indexOf(catalogue).byCode.get(bucketCodes.get(code) ?? code) ?? null;
}

/** The code and label of the heading that holds a category's unknown balances. */
export function otherHeading(category: CatalogueCategory, catalogue: BonusCatalogue): CatalogueHeading {
  return { code: `${category.code}.autres`, label: catalogue.otherLabel, accounts: [] };
}

/** How far a balance reaches: its own word, else that of its code or account, else not known. */
export function reachOf(bucket: Pick<Bucket, 'reach'>, place: CataloguePlace): Reach | null {
  return bucket.reach ?? place.reach;
}

/** Times of day, `00:00` to `05:00`; the end comes first where it lies beyond midnight. */
export type TimeWindow = NonNullable<Bucket['window']>;

/** The hours in which a balance counts: its own word, else the market's nights for a night account, else always. */
export function windowOf(
  bucket: Pick<Bucket, 'window'>,
  account: CatalogueAccount | null,
  market: MarketPack,
): TimeWindow | null {
  return bucket.window ?? (account?.nightOnly ? market.nightWindow : null);
}

interface CatalogueIndex {
  readonly byCode: ReadonlyMap<string, AccountPlace>;
  readonly otherByKind: Readonly<Record<UnitKind, CataloguePlace>>;
}

const indexes = new WeakMap<BonusCatalogue, CatalogueIndex>();

function indexOf(catalogue: BonusCatalogue): CatalogueIndex {
  const known = indexes.get(catalogue);
  if (known !== undefined) return known;
  const index = buildIndex(catalogue);
  indexes.set(catalogue, index);
  return index;
}

const reaches: readonly Reach[] = ['intra', 'tous', 'international'];

function buildIndex(catalogue: BonusCatalogue): CatalogueIndex {
  const places = catalogue.categories.flatMap((category) =>
    category.headings.flatMap((heading) =>
      heading.accounts.map((account): AccountPlace => ({
        category,
        heading,
        account,
        reach: account.reach ?? null,
      })),
    ),
  );
  const withReach = places.flatMap((place) =>
    reaches.map((reach) => [`${place.account.code}.${reach}`, { ...place, reach }] as const),
  );
  // An account that is itself called so comes last, and counts.
  const byCode = new Map([...withReach, ...places.map((place) => [place.account.code, place] as const)]);
  const other = (kind: UnitKind): CataloguePlace => {
    const category = catalogue.categories.find(({ unitKinds }) => unitKinds.includes(kind));
    if (category === undefined) throw new Error(`The catalogue has no category for ${kind}`);
    return { category, heading: otherHeading(category, catalogue), account: null, reach: null };
  };
  return {
    byCode,
    otherByKind: {
      money: other('money'),
      time: other('time'),
      messages: other('messages'),
      volume: other('volume'),
    },
  };
}
