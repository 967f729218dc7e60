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
import { createOrderBook, orderRoutes } from './orders';
import { createPaymentBook, paymentRoutes } from './payments';
import { productRoutes } from './products';
import { smsCodeRoutes } from './smsCodeRoutes';
import { createSmsCodes } from './smsCodes';
import { tmfApi } from './tmf';
import { createTokenDesk, type OAuthClient } from './token';

export type LiveAuth = UpstreamAuth | OAuthClient;

export interface OperatorOptions {
  /** Asked for each time: it may be replaced. Orders, payments and codes outlive that. */
  readonly database: () => FeedDatabase;
  readonly now: () => number;
  readonly liveAuth?: LiveAuth;
  readonly orderMs?: number;
  readonly usageMs?: number;
  readonly onSms?: (msisdn: string, text: string) => void;
}

export interface Operator {
  readonly routes: readonly Route[];
  /** `null`: the interface looks itself at who asks. */
  readonly gateOf: (api: Api) => Gate | null;
  /** In whose words a path is refused that nobody answers. */
  readonly apiOfUnknown: Api;
  /** `null`: none was sent. */
  readonly lastCode: (msisdn: string) => string | null;
  readonly stop: () => void;
}

/** Long enough that an order is seen to be on its way. */
const defaultOrderMs = 4000;

export function createOperator(options: OperatorOptions): Operator {
  const { database, now, liveAuth, orderMs = defaultOrderMs, usageMs = 0 } = options;
  const directory = createDirectory(database);
  const orders = createOrderBook({ directory, now, orderMs });
  const payments = createPaymentBook({ directory, now, orderMs });
  const codes = createSmsCodes({ now, onSms: options.onSms ?? (() => undefined) });
  const desk = liveAuth?.type === 'oauth2' ? createTokenDesk(liveAuth, now) : null;
  const gate = liveAuth?.type === 'oauth2' ? null : createGate(liveAuth);

  // Whatever is asked, what is due by the clock has happened: the clock may have been moved by hand.
  const upToDate = (route: Route): Route => ({
    ...route,
    answer: (request) => {
      orders.advance();
      payments.advance();
      return route.answer(request);
    },
  });
  return {
    routes: [
      ...(desk?.routes ?? []),
      ...balanceRoutes(directory, now),
      ...productRoutes(directory),
      ...consumptionRoutes({ directory, now, usageMs }),
      ...billRoutes(directory),
      ...catalogueRoutes(directory),
      ...orderRoutes(orders, directory),
      ...paymentRoutes(payments, directory),
      ...smsCodeRoutes(codes, directory),
    ].map(upToDate),
    gateOf: ({ name }) => (name === 'token' ? null : (desk?.gate ?? gate)),
    apiOfUnknown: tmfApi('products'),
    lastCode: codes.lastCode,
    stop: () => {
      orders.stop();
      payments.stop();
    },
  };
}
