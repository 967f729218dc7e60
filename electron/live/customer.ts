/** The sections of one customer, from the interfaces that know them: asked side by side, with one deadline. */
import { setTimeout as pause } from 'node:timers/promises';
import { Check } from 'typebox/value';
import { subscriberSchema } from '../../shared/domain/feedDocument';
import type { LiveAnswer, LiveFailure, LiveSection, LiveSectionName } from '../../shared/domain/liveCustomer';
import type { MarketPack } from '../../shared/domain/market';
import { createListReader, failureOf } from './lists';
import { balanceFields, balanceQuery, balanceSchema, balancesOf, isBalanceOf } from './mapping/balances';
import { billFields, billOf, billQuery, billSchema, isBillOf, type Billed } from './mapping/bills';
import {
  isProductOf,
  productFields,
  productQuery,
  productSchema,
  productsOf,
  type Products,
} from './mapping/products';
import { isBeingCounted, usageOf, usageQuerySchema, usageQuestion } from './mapping/usage';
import { isoInstant } from './mapping/time';
import type { OperatorHttp, QuestionLimits } from './operatorHttp';

export interface CustomerQuestion {
  readonly sections: readonly LiveSectionName[];
  /** For everything together. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

const sectionsOf = {
  balances: ['main', 'buckets', 'orangeMoney'],
  products: ['status', 'customer', 'profile', 'options', 'favourites'],
  usage: ['usage'],
  bills: ['bills'],
} as const satisfies Readonly<Record<string, readonly LiveSectionName[]>>;

type PartName = keyof typeof sectionsOf;

type Values = { readonly [Name in LiveSectionName]?: LiveSection<Name>['value'] | undefined };

/** What one interface said; `at` in epoch milliseconds. */
type Part =
  | { readonly ok: true; readonly at: number; readonly values: Values }
  | { readonly ok: false; readonly failure: LiveFailure };

const readBalances = createListReader(balanceSchema);
const readProducts = createListReader(productSchema);
const readBills = createListReader(billSchema);

export async function fetchCustomer(
  http: OperatorHttp,
  msisdn: string,
  market: MarketPack,
  { sections, deadlineMs, signal }: CustomerQuestion,
): Promise<LiveAnswer> {
  const common: QuestionLimits = { deadlineAt: performance.now() + deadlineMs, signal };
  const wants = (name: PartName) => sectionsOf[name].some((section) => sections.includes(section));
  // Bills are for an account, and only the line tells for which.
  const line = wants('products') || wants('bills') ? askProducts(http, msisdn, market, common) : null;
  const [balances, products, usage, bills] = await Promise.all([
    wants('balances') ? balancePart(http, msisdn, market, common) : null,
    wants('products') ? productPart(line) : null,
    wants('usage') ? usagePart(http, msisdn, market, common) : null,
    wants('bills') ? billPart(http, line, market, common) : null,
  ]);
  return answerOf({ balances, products, usage, bills }, sections);
}

async function balancePart(
  http: OperatorHttp,
  msisdn: string,
  market: MarketPack,
  common: QuestionLimits,
): Promise<Part> {
  const reply = await readBalances(http, {
    ...common,
    to: 'balances',
    resource: ['bucket'],
    query: balanceQuery(msisdn),
    fields: balanceFields,
  });
  if (reply.kind === 'noReply') return { ok: false, failure: reply.failure };
  const own = reply.items.filter((bucket) => isBalanceOf(msisdn, bucket, market));
  if (own.length < reply.items.length) return { ok: false, failure: 'unreadable' };
  // An unknown number has an empty list, too: it must not empty what is known from before.
  if (own.length === 0) return { ok: false, failure: 'notFound' };
  return { ok: true, at: reply.at, values: balancesOf(own, isoInstant(reply.at), market) };
}

/** `line` is `null` where the operator knows no such number. */
type LineReply =
  | { readonly ok: true; readonly at: number; readonly line: Products | null }
  | { readonly ok: false; readonly failure: LiveFailure };

async function askProducts(
  http: OperatorHttp,
  msisdn: string,
  market: MarketPack,
  common: QuestionLimits,
): Promise<LineReply> {
  const reply = await readProducts(http, {
    ...common,
    to: 'products',
    resource: ['product'],
    query: productQuery(msisdn),
    fields: productFields,
  });
  if (reply.kind === 'noReply') return { ok: false, failure: reply.failure };
  const own = reply.items.filter((product) => isProductOf(msisdn, product, market));
  if (own.length < reply.items.length) return { ok: false, failure: 'unreadable' };
  return { ok: true, at: reply.at, line: productsOf(own, market) };
}

async function productPart(asked: Promise<LineReply> | null): Promise<Part | null> {
  const reply = await asked;
  if (!reply?.ok) return reply;
  const { at, line } = reply;
  return line === null ? { ok: false, failure: 'notFound' } : { ok: true, at, values: line };
}

/** How long an operator that is still counting is left to it. */
const recountMs = 500;

async function usagePart(
  http: OperatorHttp,
  msisdn: string,
  market: MarketPack,
  common: QuestionLimits,
): Promise<Part> {
  const to = 'usage';
  const resource = ['queryUsageConsumption'];
  let reply = await http.ask({ ...common, to, resource, body: usageQuestion(msisdn) });
  for (;;) {
    if (reply.kind === 'noReply') return { ok: false, failure: reply.failure };
    if (reply.status < 200 || reply.status > 299) return { ok: false, failure: failureOf(reply.status) };
    const { body } = reply;
    if (!Check(usageQuerySchema, body)) return { ok: false, failure: 'unreadable' };
    if (!isBeingCounted(body)) {
      const usage = usageOf(body, msisdn, market);
      return { ok: true, at: reply.at, values: usage === null ? {} : { usage } };
    }
    if (body.id === undefined) return { ok: false, failure: 'unreadable' };
    const leftMs = Math.max(0, common.deadlineAt - performance.now());
    // Called off, the next question is not asked.
    await pause(Math.min(recountMs, leftMs), undefined, { signal: common.signal }).catch(() => undefined);
    reply = await http.ask({ ...common, to, resource: [...resource, body.id] });
  }
}

async function billPart(
  http: OperatorHttp,
  asked: Promise<LineReply> | null,
  market: MarketPack,
  common: QuestionLimits,
): Promise<Part | null> {
  const products = await asked;
  if (!products?.ok) return products;
  const billed = billedOf(products.line);
  if (billed === null) return { ok: false, failure: 'notFound' };
  const reply = await readBills(http, {
    ...common,
    to: 'bills',
    resource: ['customerBill'],
    query: billQuery(billed),
    fields: billFields,
  });
  if (reply.kind === 'noReply') return { ok: false, failure: reply.failure };
  if (!reply.items.every((bill) => isBillOf(billed, bill))) return { ok: false, failure: 'unreadable' };
  const bills = reply.items.flatMap((bill) => billOf(bill, reply.at, market) ?? []);
  return { ok: true, at: reply.at, values: { bills } };
}

function billedOf(line: Products | null): Billed | null {
  if (line === null) return null;
  if (line.billingAccountId !== null) return { account: line.billingAccountId };
  return line.customer?.id === undefined ? null : { customer: line.customer.id };
}

/** What was asked for, each section held to what the feed's documents are held to. */
function answerOf(
  parts: Readonly<Record<PartName, Part | null>>,
  wanted: readonly LiveSectionName[],
): LiveAnswer {
  const sections: LiveAnswer['sections'] = {};
  const failures: Partial<Record<LiveSectionName, LiveFailure>> = {};
  function put<Name extends LiveSectionName>(name: Name, section: LiveSection<Name>): void {
    if (Check(subscriberSchema.properties[name], section.value)) Object.assign(sections, { [name]: section });
    else failures[name] = 'unreadable';
  }
  for (const partName of ['balances', 'products', 'usage', 'bills'] as const) {
    const part = parts[partName];
    for (const name of sectionsOf[partName]) {
      if (part === null || !wanted.includes(name)) continue;
      const value = part.ok ? part.values[name] : undefined;
      if (!part.ok) failures[name] = part.failure;
      else if (value !== undefined) put(name, { asOf: isoInstant(part.at), value });
    }
  }
  return { sections, failures };
}
