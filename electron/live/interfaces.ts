import type { LiveEndpoint, LiveInterface } from '../../shared/domain/settings';

/**
 * Where each interface stands under the operator's address, as its description says. Payments stand beside the other
 * TM Forum interfaces, not at the `/payment/v4` of their own description.
 */
const usualPaths: Readonly<Record<LiveInterface, string>> = {
  balances: '/tmf-api/prepayBalanceManagement/v4',
  products: '/tmf-api/productInventory/v4',
  usage: '/tmf-api/usageConsumption/v4',
  bills: '/tmf-api/customerBillManagement/v4',
  catalogue: '/tmf-api/productCatalogManagement/v4',
  orders: '/tmf-api/productOrderingManagement/v4',
  payments: '/tmf-api/paymentManagement/v4',
  smsCodes: '/one-time-password-sms/vwip',
};

/** @param resource such as `bucket`; its parts are encoded here */
export function resourceUrl(
  { url, paths }: LiveEndpoint,
  name: LiveInterface,
  resource: readonly string[],
  query: Readonly<Record<string, string>> = {},
): URL {
  const base = withoutEndSlash(url) + withoutEndSlash(paths?.[name] ?? usualPaths[name]);
  const target = new URL([base, ...resource.map(encodeURIComponent)].join('/'));
  for (const [key, value] of Object.entries(query)) target.searchParams.set(key, value);
  return target;
}

function withoutEndSlash(path: string): string {
  return path.replace(/\/+$/, '');
}
