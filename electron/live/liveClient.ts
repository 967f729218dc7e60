/** What the operator's systems can be asked about one customer, and told. Every failure is a value. */
import type { OfferDocument } from '../../shared/domain/feedDocument';
import { validateFeedDocument } from '../../shared/domain/feedValidation';
import type { Language } from '../../shared/domain/language';
import type { LiveAnswer, LiveFailure } from '../../shared/domain/liveCustomer';
import type { LiveOrder, LivePayment, OrderOutcome } from '../../shared/domain/liveOrder';
import type { MarketPack } from '../../shared/domain/market';
import type { LiveEndpoint } from '../../shared/domain/settings';
import type { SentCode, ValidatedCode } from '../../shared/domain/smsCode';
import { readAccess } from '../net/access';
import { fetchCustomer, type CustomerQuestion } from './customer';
import { createListReader } from './lists';
import { offerFields, offeringSchema, offerOf } from './mapping/offers';
import { orderToSend } from './mapping/orders';
import { paymentToSend } from './mapping/payments';
import { createOperatorHttp, type OperatorHttp, type QuestionLimits } from './operatorHttp';
import { createPaymentDesk, createProductOrderDesk } from './orders';
import { sendCode, validateCode } from './smsCodes';

export interface LiveClient {
  readonly fetchCustomer: (msisdn: string, question: CustomerQuestion) => Promise<LiveAnswer>;
  readonly fetchOffers: (signal: AbortSignal) => Promise<LiveOffers>;
  /** Sends it once. When the outcome is unknown, only `findOrder` may follow. */
  readonly placeOrder: (order: LiveOrder, signal: AbortSignal) => Promise<OrderOutcome>;
  readonly findOrder: (orderId: string, signal: AbortSignal) => Promise<OrderOutcome>;
  /** Sends it once. When the outcome is unknown, only `findPayment` may follow. */
  readonly payBill: (payment: LivePayment, signal: AbortSignal) => Promise<OrderOutcome>;
  readonly findPayment: (orderId: string, signal: AbortSignal) => Promise<OrderOutcome>;
  readonly sendCode: (msisdn: string, language: Language, signal: AbortSignal) => Promise<SentCode>;
  readonly validateCode: (
    authenticationId: string,
    code: string,
    signal: AbortSignal,
  ) => Promise<ValidatedCode>;
  /** Lets go of the connections that are kept open. */
  readonly close: () => void;
}

export type LiveOffers =
  | { readonly ok: true; readonly offers: readonly OfferDocument[] }
  | { readonly ok: false; readonly failure: LiveFailure };

export type OpenedLiveClient =
  | {
      readonly ok: true;
      readonly client: LiveClient;
      /** Others than its owner may read the secret's file. */
      readonly exposed: boolean;
    }
  | { readonly ok: false; readonly error: 'SECRET_UNREADABLE' | 'CA_UNREADABLE'; readonly file: string };

/** How long a question may take that nobody watches the screen for, and what is told. */
const usualDeadlineMs = 15_000;

export interface LiveClientOptions {
  /** Of everything but `fetchCustomer`, which has its own. */
  readonly deadlineMs?: number;
  /** The cache's key, which opens a sealed secret. */
  readonly keyHex?: string;
}

export async function openLiveClient(
  endpoint: LiveEndpoint,
  market: MarketPack,
  { deadlineMs = usualDeadlineMs, keyHex }: LiveClientOptions = {},
): Promise<OpenedLiveClient> {
  const access = await readAccess(endpoint, keyHex ?? null);
  if (!access.ok) return access;
  const http = createOperatorHttp(endpoint, access);
  const orders = createProductOrderDesk(market);
  const payments = createPaymentDesk(market);
  const within = (signal: AbortSignal): QuestionLimits => ({
    deadlineAt: performance.now() + deadlineMs,
    signal,
  });
  const client: LiveClient = {
    fetchCustomer: (msisdn, question) => fetchCustomer(http, msisdn, market, question),
    fetchOffers: (signal) => fetchOffers(http, market, within(signal)),
    placeOrder: (order, signal) =>
      orders.place(http, order.orderId, orderToSend(order, market), within(signal)),
    findOrder: (orderId, signal) => orders.find(http, orderId, within(signal)),
    payBill: (payment, signal) =>
      payments.place(http, payment.orderId, paymentToSend(payment), within(signal)),
    findPayment: (orderId, signal) => payments.find(http, orderId, within(signal)),
    sendCode: (msisdn, language, signal) => sendCode(http, msisdn, language, market, within(signal)),
    validateCode: (authenticationId, code, signal) =>
      validateCode(http, authenticationId, code, within(signal)),
    close: http.close,
  };
  return { ok: true, client, exposed: access.exposed };
}

const readOfferings = createListReader(offeringSchema);

/** What is no pass or option with a price is passed over. */
async function fetchOffers(
  http: OperatorHttp,
  market: MarketPack,
  common: QuestionLimits,
): Promise<LiveOffers> {
  const reply = await readOfferings(http, {
    ...common,
    to: 'catalogue',
    resource: ['productOffering'],
    fields: offerFields,
  });
  if (reply.kind === 'noReply') return { ok: false, failure: reply.failure };
  const offers = reply.items.flatMap((offering) => offerOf(offering, market) ?? []);
  return offers.every((offer) => validateFeedDocument(offer).kind === 'valid')
    ? { ok: true, offers }
    : { ok: false, failure: 'unreadable' };
}
