import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  dial,
  enterInput,
  startSession,
  type UssdContext,
  type UssdScreen,
} from '../../../shared/ussd/engine';
import { septets, toGsm } from '../../../shared/ussd/gsm0338';
import { buildCustomerView } from '../../../shared/view/buildCustomerView';
import {
  arbitraryLanguage,
  arbitraryMarket,
  arbitraryNow,
  arbitraryOffer,
  arbitrarySubscriber,
} from '../../helpers/arbitraries';

const seed = 122;

const arbitraryContext = fc
  .record({
    document: arbitrarySubscriber,
    market: arbitraryMarket,
    language: arbitraryLanguage,
    now: arbitraryNow,
    offers: fc.array(arbitraryOffer, { maxLength: 12 }),
    source: fc.constantFrom('cache' as const, 'live' as const),
  })
  .map(({ document, source, market, ...context }): UssdContext => {
    return { market, view: buildCustomerView({ document, source }, { market, ...context }) };
  });

const arbitraryInput = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 12 }).map(String) },
  { weight: 2, arbitrary: fc.constantFrom('0', '00', '#', '99', '99', '98') },
  { weight: 1, arbitrary: fc.constantFrom('0700000009', '+237690000001', '', '*', '1*2', '0'.repeat(1000)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

function faultOf({ type, text, message = [] }: UssdScreen): string | null {
  if (septets(text) > 160) return 'too long';
  if (toGsm(text) !== text) return 'outside the alphabet';
  if (text.split('\n').filter((line) => /^(?:[1-9]|[1-9]\d) \S/.test(line)).length > 5)
    return 'too many lines';
  if (message.some((part) => septets(part) > 160 || toGsm(part) !== part)) return 'message does not fit';
  return type === 'CON' && text.split('\n').length < 2 ? 'nothing to choose or read' : null;
}

it('100,000 random inputs meet no exception and no screen over the limit, and every session can get home', () => {
  const contexts = fc.sample(arbitraryContext, { seed, numRuns: 100 });
  const inputs = fc.sample(arbitraryInput, { seed, numRuns: 100_000 });
  const homes = contexts.map((context) => startSession(context, 0).output.screen);
  const faults = new Set<string>();
  let commands = 0;

  let turn = startSession(contexts[0]!, 0);
  for (const [index, input] of inputs.entries()) {
    // The customer of the session changes now and then, in its middle too; time passes, sometimes too much.
    const which = Math.floor(index / 250) % contexts.length;
    const context = contexts[which]!;
    const now = index * (index % 97 === 0 ? 200_000 : 1);
    turn = enterInput(turn.state, input, context, now);
    if (turn.output.kind === 'command') commands += 1;

    const fault = faultOf(turn.output.screen);
    if (fault !== null) faults.add(`${fault}: ${turn.output.screen.text}`);
    const { screen } = turn.output;
    const complains = /^(?:Choix|Numéro|Invalid) /.test(screen.text);
    if (screen.type === 'CON' && !complains && dial(screen.path, context).text !== screen.text) {
      faults.add(`not at its path ${screen.path}: ${screen.text}`);
    }
    if (enterInput(turn.state, '00', context, now).output.screen.text !== homes[which]!.text) {
      faults.add(`no way home: ${turn.output.screen.text}`);
    }
  }
  expect([...faults]).toEqual([]);
  expect(commands).toBeGreaterThan(20);
}, 120_000);
