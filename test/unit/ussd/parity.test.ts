import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toGsm, writableLabel } from '../../../shared/ussd/gsm0338';
import { ussdTexts } from '../../../shared/ussd/texts';
import { buildCustomerView } from '../../../shared/view/buildCustomerView';
import type { AccountView, Figure, FullCustomerView } from '../../../shared/view/customerView';
import {
  arbitraryLanguage,
  arbitraryMarket,
  arbitraryNow,
  arbitraryOffer,
  arbitrarySubscriber,
} from '../../helpers/arbitraries';
import { choicesOf, readPlace, type Place } from '../../helpers/ussdWalk';
import type { UssdContext } from '../../../shared/ussd/engine';

interface OpenContext extends UssdContext {
  readonly view: FullCustomerView;
}

const arbitraryContext = fc
  .record({
    document: arbitrarySubscriber,
    market: arbitraryMarket,
    language: arbitraryLanguage,
    now: arbitraryNow,
    offers: fc.array(arbitraryOffer, { maxLength: 6 }),
  })
  .map(({ document, market, ...context }): OpenContext => {
    const view = buildCustomerView(
      { document: { ...document, status: 'active' }, source: 'cache' },
      { market, ...context },
    );
    if (view.restricted) throw new Error('An active line is not restricted');
    return { view, market };
  });

/** A text as #122# writes it, however its lines were broken. */
function written(...texts: readonly string[]): string {
  return toGsm(texts.join(' ')).replace(/\s+/g, ' ').trim();
}

function read({ lines }: Place): string {
  return written(...lines);
}

/** What #122# has to say of an account, from the view's own texts. */
function told(
  { figure, validFrom, expiresAt, state, reachLabel, window, reserved }: AccountView,
  context: OpenContext,
) {
  const texts = ussdTexts[context.view.language];
  const conditions = [reachLabel, window].filter((text) => text !== null).join(', ');
  return written(
    figure.text,
    state === 'notYetValid' && validFrom !== null ? texts.from(validFrom.date) : '',
    expiresAt === null ? '' : (state === 'expired' ? texts.expiredOn : texts.until)(expiresAt.date),
    conditions,
    reserved === null ? '' : texts.ofWhichReserved(reserved.text),
  );
}

function expectAsOf({ asOf, screens }: Place, { view }: OpenContext) {
  expect(asOf).toHaveLength(screens.length);
  for (const line of asOf) expect(line).toContain(written(view.asOf.dateTime));
}

/** Checks every place of #122# against the view, over random snapshots of both markets in both languages. */
function holds(numRuns: number, check: (context: OpenContext) => void) {
  fc.assert(fc.property(arbitraryContext, check), { numRuns });
}

describe('#122# and the view', () => {
  it('say the same of the main account', () => {
    holds(1000, (context) => {
      const { main, language } = context.view;
      const texts = ussdTexts[language];
      const place = readPlace('1', context);
      const until = main.expired ? texts.expiredOn : texts.until;
      expect(read(place)).toBe(
        written(main.figure.text, main.expiresAt === null ? '' : until(main.expiresAt.date)),
      );
      expectAsOf(place, context);
    });
  });

  it('say the same of every account, and #122# leads to each of them', () => {
    let [customers, accounts] = [0, 0];
    holds(500, (context) => {
      customers += 1;
      const { view, market } = context;
      for (const [index, category] of market.catalogue.categories.entries()) {
        const shown = view.bonus?.find(({ code }) => code === category.code);
        if (shown === undefined) continue;
        const categoryPath = String(index + 2);
        const reached: string[] = [];
        const reach = (path: string, own: readonly AccountView[], withLabel: boolean) => {
          const place = readPlace(path, context);
          const tell = (account: AccountView) =>
            withLabel
              ? written(writableLabel(account.label, account.code), told(account, context))
              : told(account, context);
          expect(read(place)).toBe(written(...own.map(tell)));
          expectAsOf(place, context);
          reached.push(...own.map(({ id }) => id));
        };

        const filled = shown.headings.flatMap((heading) => heading.accounts);
        for (const [headingIndex, heading] of category.headings.entries()) {
          for (const [accountIndex, { code }] of heading.accounts.entries()) {
            const own = filled.filter((account) => account.code === code);
            const atOnce = heading.accounts.length === 1 && code === heading.code;
            const path = [categoryPath, headingIndex + 1, ...(atOnce ? [] : [accountIndex + 1])].join('*');
            if (own.length > 0) reach(path, own, false);
          }
        }
        const further = choicesOf(readPlace(categoryPath, context)).slice(category.headings.length);
        const others = filled.filter(({ id }) => !reached.includes(id));
        const last = [others, shown.expired].filter(({ length }) => length > 0);
        expect(further).toHaveLength(last.length);
        for (const [place, own] of last.entries()) reach(`${categoryPath}*${further[place]![0]}`, own, true);

        const everyId = [...filled, ...shown.expired].map(({ id }) => id);
        expect(reached.toSorted()).toEqual(everyId.toSorted());
        accounts += everyId.length;
      }
    });
    expect(accounts).toBeGreaterThan(2 * customers);
  });

  it('give the same totals of each category', () => {
    holds(500, (context) => {
      const { view, market } = context;
      const texts = ussdTexts[view.language];
      for (const [index, category] of market.catalogue.categories.entries()) {
        const shown = view.bonus?.find(({ code }) => code === category.code);
        if (shown === undefined) continue;
        const place = readPlace(String(index + 2), context);
        const totals = written(
          ...shown.totals.map(({ text }) => texts.pair(texts.total, text)),
          ...shown.reserved.map(({ text }) => texts.pair(texts.reserved, text)),
        );
        expect(read(place).slice(0, totals.length)).toBe(totals);
        if (totals !== '') expectAsOf(place, context);
      }
    });
  });

  it('say the same of the consumption', () => {
    holds(500, (context) => {
      const { consumption, language } = context.view;
      if (consumption === null) return;
      const texts = ussdTexts[language];
      const { from, to, mobile, internet, days } = consumption;
      const period = texts.period(from.date, to.date);
      const lines = (figures: readonly (readonly [string, Figure | null])[]) =>
        figures.flatMap(([label, figure]) => (figure === null ? [] : [texts.pair(label, figure.text)]));
      const allowances = ({ allowances: shown }: { allowances: typeof mobile.allowances }) =>
        shown.flatMap(({ label, used, limit, percent, forecast }) => [
          label,
          `${used.text} / ${limit.text} (${texts.percent(percent)})`,
          forecast?.text ?? '',
        ]);

      expect(read(readPlace('5', context))).toContain(written(period));
      const mobileFigures = lines([
        [texts.voice, mobile.voice],
        [texts.sms, mobile.sms],
        [texts.spend, mobile.spend],
      ]);
      expect(read(readPlace('5*1', context))).toBe(written(period, ...mobileFigures, ...allowances(mobile)));
      expect(read(readPlace('5*2', context))).toBe(
        written(period, ...lines([[texts.data, internet.data]]), ...allowances(internet)),
      );
      const daily = days.map(({ day, voice, sms, data, spend }) =>
        [
          day.date,
          ...lines([
            [texts.voice, voice],
            [texts.sms, sms],
            [texts.data, data],
            [texts.spend, spend],
          ]),
        ].join(' '),
      );
      expect(read(readPlace('5*3', context))).toBe(
        written(...(days.length === 0 ? [texts.notKnown] : daily.reverse())),
      );
    });
  });

  it('say the same of Orange Money, options, offers and preferred numbers', () => {
    holds(500, (context) => {
      const { orangeMoney, options, offers, preferredNumbers, language } = context.view;
      const texts = ussdTexts[language];
      if (orangeMoney?.balance)
        expect(read(readPlace('10', context))).toContain(written(orangeMoney.balance.text));
      const optionsText = read(readPlace('7*1', context));
      for (const { expired, expiresAt } of options ?? []) {
        if (!expired && expiresAt !== null) expect(optionsText).toContain(expiresAt.date);
      }
      const passes = offers.filter(({ kind }) => kind === 'pass');
      for (const [index, { price, gives }] of passes.entries()) {
        expect(read(readPlace(`8*${index + 1}`, context))).toContain(
          written(
            texts.pair(texts.price, price.text),
            ...gives.map((given) => texts.pair(texts.gives, given)),
          ),
        );
      }
      const numbersText = read(readPlace('9', context));
      for (const { text } of preferredNumbers?.numbers ?? []) expect(numbersText).toContain(written(text));
    });
  });
});
