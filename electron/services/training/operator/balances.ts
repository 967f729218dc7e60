/** TMF654 Prepay Balance Management: what a line has, the main account and Orange Money included. */
import type { Bucket, SubscriberDocument } from '../../../../shared/domain/feedDocument';
import { placeInCatalogue } from '../../../../shared/domain/bonusCatalogue';
import { coteDIvoire } from '../../../../shared/domain/markets/coteDIvoire';
import type { Route } from '../router';
import type { Directory } from './directory';
import { productName } from './productNames';
import { quantity, usageTypeOf } from './quantities';
import { badRequest, listReply, livePath, tmfApi, type Resource } from './tmf';

const api = tmfApi('balances');
const path = `${livePath}/tmf-api/prepayBalanceManagement/v4/bucket`;

export function balanceRoutes(directory: Directory, now: () => number): readonly Route[] {
  return [
    {
      api,
      method: 'GET',
      path,
      answer: ({ query }) => {
        const msisdn = query.get('logicalResource.id');
        if (msisdn === null) return badRequest('logicalResource.id must name a line');
        const line = directory.toldLine(msisdn);
        return listReply(line === null ? [] : bucketsOf(line, now()), query);
      },
    },
  ];
}

function bucketsOf(line: SubscriberDocument, nowMs: number): Resource[] {
  const { main, orangeMoney, buckets = [] } = line;
  const resource = (bucket: Resource): Resource => ({
    ...bucket,
    href: `${path}?logicalResource.id=${line.msisdn}`,
    '@type': 'Bucket',
    isShared: false,
    logicalResource: [{ id: line.msisdn, '@referredType': 'LogicalResource' }],
  });
  const resources = [
    resource({
      id: 'main',
      name: 'Compte principal',
      status: statusAt(main.expiresAt, nowMs),
      usageType: 'monetary',
      product: [{ id: 'main', name: 'Compte principal' }],
      remainingValue: quantity(main.amount, main.currency),
      ...validity(main),
    }),
    ...buckets.map((bucket) => resource(bonus(bucket, nowMs))),
  ];
  if (orangeMoney?.amount !== undefined && orangeMoney.currency !== undefined) {
    resources.push(
      resource({
        id: 'orangeMoney',
        name: 'Orange Money',
        status: orangeMoney.status === 'suspended' ? 'suspended' : 'active',
        usageType: 'monetary',
        product: [{ id: 'orangeMoney', name: 'Orange Money' }],
        remainingValue: quantity(orangeMoney.amount, orangeMoney.currency),
      }),
    );
  }
  return resources;
}

function bonus(bucket: Bucket, nowMs: number): Resource {
  const { id, unit, amount, reserved, label, expiresAt } = bucket;
  const name = label ?? placeInCatalogue(bucket, coteDIvoire).account?.label.fr ?? bucket.code;
  return {
    id,
    name,
    status: statusAt(expiresAt, nowMs),
    usageType: usageTypeOf(unit),
    product: [{ id: productName(bucket), name }],
    remainingValue: quantity(amount, unit),
    ...(reserved !== undefined && { reservedValue: quantity(reserved, unit) }),
    ...validity(bucket),
  };
}

function statusAt(expiresAt: string | undefined, nowMs: number): 'active' | 'expired' {
  return expiresAt !== undefined && Date.parse(expiresAt) <= nowMs ? 'expired' : 'active';
}

function validity({ validFrom, expiresAt }: Pick<Bucket, 'validFrom' | 'expiresAt'>): Resource {
  if (validFrom === undefined && expiresAt === undefined) return {};
  return {
    validFor: {
      ...(validFrom !== undefined && { startDateTime: validFrom }),
      ...(expiresAt !== undefined && { endDateTime: expiresAt }),
    },
  };
}
