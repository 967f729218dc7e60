import { marketPack } from '../../shared/domain/market';
import { parseMsisdn } from '../../shared/domain/msisdn';
import { dial } from '../../shared/ussd/engine';
import type { CustomerView, Figure, FullCustomerView } from '../../shared/view/customerView';
import { openCacheReader, openCacheWriter } from '../db/cache';
import { createTrustedClock } from '../services/clock';
import { createCustomerService, type CustomerAnswer } from '../services/customer';
import { done, failed, say, usedWrongly, type CommandAnswer } from './answer';
import type { CommandEnvironment } from './environment';

/** Prints the customer as the agent face gets it: first the fields that other programs rely on, then the rest. */
export async function lookupCommand(environment: CommandEnvironment, number: string): Promise<CommandAnswer> {
  return withView(environment, number, (view) => done(lookupOutput(view)));
}

/** Prints the #122# screen that stands after the inputs of `path`, such as `1*2`. */
export async function ussdCommand(
  environment: CommandEnvironment,
  number: string,
  path: string,
): Promise<CommandAnswer> {
  const market = marketPack(environment.settings.market);
  return withView(environment, number, (view) => {
    const { type, text } = dial(path, { view, market });
    return done({ type, text });
  });
}

async function withView(
  environment: CommandEnvironment,
  number: string,
  answer: (view: CustomerView) => CommandAnswer,
): Promise<CommandAnswer> {
  const parsed = parseMsisdn(number, marketPack(environment.settings.market));
  if (!parsed.ok) return usedWrongly(parsed.error);
  const found = await findView(environment, parsed.msisdn);
  if (!found.opened) return failed(found.error);
  return found.answer.ok ? answer(found.answer.view) : failed(found.answer.error);
}

async function findView(
  { settings, location }: CommandEnvironment,
  msisdn: string,
): Promise<{ opened: true; answer: CustomerAnswer } | { opened: false; error: string }> {
  const opened = await openCacheReader(location);
  if (!opened.ok) {
    say(opened.error.message);
    return { opened: false, error: opened.error.code };
  }
  const reader = opened.value;
  // Only for the clock to remember how late it is; a cache that cannot be written can still be looked into.
  const written = await openCacheWriter(location);
  const writer = written.ok ? written.value : null;
  try {
    const clock = await createTrustedClock({ reader, writer });
    const customers = createCustomerService({ reader, market: marketPack(settings.market), now: clock.now });
    const answer = await customers.view(`+${msisdn}`, 'fr');
    await clock.save();
    return { opened: true, answer };
  } finally {
    await reader.close();
    await writer?.close();
  }
}

function lookupOutput(view: CustomerView): object {
  const { msisdn, status, restricted, asOf, source, main } = view;
  const relied = {
    msisdn,
    status,
    restricted,
    asOf: asOf.at,
    source,
    main: {
      amount: main.figure.amount,
      currency: main.figure.unit,
      expiresAt: main.expiresAt?.at ?? null,
      expired: main.expired,
    },
  };
  return view.restricted ? relied : { ...relied, balances: balancesOf(view), ...restOf(view) };
}

interface Balance {
  readonly code: string;
  readonly label: string;
  readonly amount: Figure['amount'];
  readonly unit: Figure['unit'];
  readonly reach: string | null;
  readonly expiresAt: string | null;
  readonly expired: boolean;
}

function balancesOf({ bonus }: FullCustomerView): readonly Balance[] | null {
  if (bonus === null) return null;
  return bonus
    .flatMap(({ headings, expired }) => [...headings.flatMap(({ accounts }) => accounts), ...expired])
    .map(({ code, label, figure, reach, expiresAt, state }) => ({
      code,
      label,
      amount: figure.amount,
      unit: figure.unit,
      reach,
      expiresAt: expiresAt?.at ?? null,
      expired: state === 'expired',
    }));
}

/** The view without the fields that stand before it in the form that other programs rely on. */
function restOf(view: FullCustomerView): object {
  const relied = new Set(['msisdn', 'status', 'restricted', 'asOf', 'source', 'main']);
  return Object.fromEntries(Object.entries(view).filter(([field]) => !relied.has(field)));
}
