/** TMF620 Product Catalog: the passes and options on sale. */
import type { OfferDocument } from '../../../../shared/domain/feedDocument';
import type { Route } from '../router';
import type { Directory } from './directory';
import { productName } from './productNames';
import { quantity } from './quantities';
import { listReply, livePath, tmfApi, type Resource } from './tmf';

const api = tmfApi('catalogue');
const path = `${livePath}/tmf-api/productCatalogManagement/v4/productOffering`;

export function catalogueRoutes(directory: Directory): readonly Route[] {
  return [
    {
      api,
      method: 'GET',
      path,
      answer: ({ query }) => listReply(directory.offers().map(offering), query),
    },
  ];
}

function offering(offer: OfferDocument): Resource {
  const { code, kind, family, label, price, currency, gives = [], eligible } = offer;
  return {
    id: code,
    href: `${path}/${encodeURIComponent(code)}`,
    '@type': 'ProductOffering',
    name: label.fr,
    isBundle: false,
    isSellable: true,
    lifecycleStatus: 'Active',
    category: [{ id: kind }, ...(family === undefined ? [] : [{ id: family }])],
    ...(eligible?.kinds && { marketSegment: eligible.kinds.map((id) => ({ id })) }),
    productOfferingPrice: [
      {
        id: `${code}-price`,
        name: label.fr,
        priceType: kind === 'option' ? 'recurring' : 'oneTime',
        price: { taxIncludedAmount: { unit: currency, value: price } },
      },
    ],
    prodSpecCharValueUse: gives.map((given) => {
      const { amount, units } = quantity(given.amount, given.unit);
      return {
        name: productName(given),
        valueType: 'number',
        productSpecCharacteristicValue: [{ isDefault: true, value: amount, unitOfMeasure: units }],
      };
    }),
    productOfferingTerm: gives.flatMap((given) =>
      given.validHours === undefined
        ? []
        : [{ name: productName(given), duration: { amount: given.validHours, units: 'hour' } }],
    ),
  };
}
