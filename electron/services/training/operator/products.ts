/** TMF637 Product Inventory: the line with its status, offer and preferred numbers, and the options that rely on it. */
import type { SubscriberDocument } from '../../../../shared/domain/feedDocument';
import type { Route } from '../router';
import type { Directory } from './directory';
import { badRequest, listReply, livePath, tmfApi, type Resource } from './tmf';

const api = tmfApi('products');
const path = `${livePath}/tmf-api/productInventory/v4/product`;

export function productRoutes(directory: Directory): readonly Route[] {
  return [
    {
      api,
      method: 'GET',
      path,
      answer: ({ query }) => {
        const msisdn = query.get('realizingResource.value') ?? query.get('realizingResource.id');
        const customer = query.get('relatedParty.id');
        if (msisdn === null && customer === null) {
          return badRequest('realizingResource.value or relatedParty.id must name whose products');
        }
        const line = msisdn === null ? null : directory.toldLine(msisdn);
        const lines = msisdn === null ? directory.linesOf(customer ?? '') : line === null ? [] : [line];
        return listReply(lines.flatMap(productsOf), query);
      },
    },
  ];
}

/** The account that the bills of a line are for. */
export function billingAccountOf({ msisdn }: SubscriberDocument): Resource {
  return { id: `BA-${msisdn}`, '@referredType': 'BillingAccount' };
}

const statuses = { active: 'active', inactive: 'suspended', deactivated: 'terminated' } as const;

function productsOf(line: SubscriberDocument): Resource[] {
  const { msisdn, customer, profile, favourites, options = [] } = line;
  const lineId = `line-${msisdn}`;
  const shared: Resource = {
    '@type': 'Product',
    status: statuses[line.status],
    realizingResource: [{ id: msisdn, value: msisdn, '@referredType': 'LogicalResource' }],
    ...(customer?.id !== undefined && {
      relatedParty: [
        {
          id: customer.id,
          ...(customer.name !== undefined && { name: customer.name }),
          role: 'customer',
          '@referredType': 'Individual',
        },
      ],
    }),
  };
  const offer = profile?.offer ?? 'Orange';
  const product: Resource = {
    ...shared,
    id: lineId,
    href: `${path}/${lineId}`,
    name: offer,
    isBundle: true,
    productOffering: { id: `line.${profile?.kind ?? 'unknown'}`, name: offer },
    billingAccount: billingAccountOf(line),
    ...(profile?.since !== undefined && { startDate: `${profile.since}T00:00:00Z` }),
    productCharacteristic: [
      ...characteristic('kind', 'string', profile?.kind),
      ...characteristic('plan', 'string', profile?.plan),
      ...characteristic('preferredNumbers', 'array', favourites?.numbers),
      ...characteristic('preferredNumbersMax', 'number', favourites?.max),
      ...characteristic('preferredNumbersChangesLeft', 'number', favourites?.changesLeft),
    ],
  };
  return [
    product,
    ...options.map(({ code, label, activatedAt, expiresAt, renews }): Resource => {
      const id = `option-${msisdn}-${code}`;
      return {
        ...shared,
        id,
        href: `${path}/${encodeURIComponent(id)}`,
        name: label,
        isBundle: false,
        productOffering: { id: code, name: label },
        ...(activatedAt !== undefined && { startDate: activatedAt }),
        ...(expiresAt !== undefined && {
          productTerm: [{ name: 'validity', validFor: { endDateTime: expiresAt } }],
        }),
        productCharacteristic: characteristic('renews', 'boolean', renews),
        productRelationship: [{ relationshipType: 'reliesOn', product: { id: lineId } }],
      };
    }),
  ];
}

function characteristic(name: string, valueType: string, value: unknown): Resource[] {
  return value === undefined ? [] : [{ name, valueType, value }];
}
