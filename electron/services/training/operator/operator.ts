/**
 * The operator's live side: the TM Forum and CAMARA interfaces over the same customers as the feed. What an order or a
 * payment changes goes into the feed, so that it comes back to every shop.
 */
import type { FeedDatabase } from '../feedDatabase';
import { createGate, type Gate, type UpstreamAuth } from '../gate';
import type { Api, Route } from '../router';
import { balanceRoutes } from './balances';
import { billRoutes } from './bills';
import { catalogueRoutes } from './catalogue';
import { consumptionRoutes } from './consumption';
import { createDirectory } from './directory';
import { productRoutes } from './products';
import { tmfApi } from './tmf';

export type LiveAuth = UpstreamAuth;

export interface OperatorOptions {
  readonly database: () => FeedDatabase;
  readonly now: () => number;
  readonly liveAuth?: LiveAuth;
  readonly orderMs?: number;
  readonly usageMs?: number;
  readonly onSms?: (msisdn: string, text: string) => void;
}

export interface Operator {
  readonly routes: readonly Route[];
  readonly gateOf: (api: Api) => Gate | null;
  readonly apiOfUnknown: Api;
  readonly lastCode: (msisdn: string) => string | null;
  readonly stop: () => void;
}

export function createOperator({ database, now, liveAuth, usageMs = 0 }: OperatorOptions): Operator {
  const directory = createDirectory(database);
  const gate = createGate(liveAuth);
  return {
    routes: [
      ...balanceRoutes(directory, now),
      ...productRoutes(directory),
      ...consumptionRoutes({ directory, now, usageMs }),
      ...billRoutes(directory),
      ...catalogueRoutes(directory),
    ],
    gateOf: () => gate,
    apiOfUnknown: tmfApi('products'),
    lastCode: () => null,
    stop: () => undefined,
  };
}
