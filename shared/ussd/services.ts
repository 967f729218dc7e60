/** The places of the menu that inform and offer nothing to buy: consumption, offer, Orange Money, help. */
import type { AllowanceView, Figure, UsageDayView } from '../view/customerView';
import { asOfLine, choice, information, menu, type Scope, type UssdNode } from './node';
import type { UssdTexts } from './texts';

type Lines = readonly string[];

export function consumptionNode(title: string, { view, texts }: Scope): UssdNode {
  const { consumption } = view;
  if (consumption === null) return information(title, [[texts.notKnown]], null);

  const { from, to, mobile, internet, days } = consumption;
  const period = [texts.period(from.date, to.date)];
  const asOf = asOfLine(view, texts);
  const mobileLines = figureLines(texts, [
    [texts.voice, mobile.voice],
    [texts.sms, mobile.sms],
    [texts.spend, mobile.spend],
  ]);
  const internetLines = figureLines(texts, [[texts.data, internet.data]]);
  return menu(
    title,
    [
      choice(1, texts.mobile, () =>
        information(
          texts.mobile,
          [period, mobileLines, ...mobile.allowances.flatMap((each) => allowanceParagraphs(each, texts))],
          asOf,
        ),
      ),
      choice(2, texts.data, () =>
        information(
          texts.data,
          [period, internetLines, ...internet.allowances.flatMap((each) => allowanceParagraphs(each, texts))],
          asOf,
        ),
      ),
      choice(3, texts.dayByDay, () =>
        days.length === 0
          ? information(texts.dayByDay, [[texts.notKnown]], null)
          : information(texts.dayByDay, days.map((day) => dayLines(day, texts)).reverse(), asOf),
      ),
    ],
    [period],
  );
}

export function profileNode(title: string, { view, texts }: Scope): UssdNode {
  const { profile } = view;
  const lines =
    profile === null
      ? []
      : [
          ...(profile.offer === null ? [] : [texts.pair(texts.offer, profile.offer)]),
          ...(profile.plan === null ? [] : [texts.pair(texts.plan, profile.plan)]),
          ...(profile.kindLabel === null ? [] : [profile.kindLabel]),
          ...(profile.since === null ? [] : [texts.since(profile.since.date)]),
        ];
  return information(title, [lines.length === 0 ? [texts.notKnown] : lines], null);
}

export function orangeMoneyNode(title: string, { view, market, texts }: Scope): UssdNode {
  const { orangeMoney } = view;
  const balance = orangeMoney?.balance ?? null;
  const status = orangeMoney?.statusLabel ?? null;
  const lines = [...(balance === null ? [] : [balance.text]), ...(status === null ? [] : [status])];
  return information(
    title,
    [lines.length === 0 ? [texts.notKnown] : lines, [texts.orangeMoneyCode(market.serviceCodes.orangeMoney)]],
    balance === null ? null : asOfLine(view, texts),
  );
}

export function helpNode(title: string, { view, market, texts }: Scope): UssdNode {
  const emergencies = market.emergencyNumbers.map(({ number, label }) =>
    texts.pair(label[view.language], number),
  );
  return information(
    title,
    [
      [texts.help(market.serviceCodes.consumption)],
      [texts.orangeMoneyCode(market.serviceCodes.orangeMoney)],
      emergencies,
    ],
    null,
  );
}

type LabelledFigure = readonly [label: string, figure: Figure | null];

function figureLines(texts: UssdTexts, figures: readonly LabelledFigure[]): Lines {
  return figures.flatMap(([label, figure]) => (figure === null ? [] : [texts.pair(label, figure.text)]));
}

function allowanceParagraphs(allowance: AllowanceView, texts: UssdTexts): readonly Lines[] {
  const { label, used, limit, percent, forecast } = allowance;
  return [
    [label, `${used.text} / ${limit.text} (${texts.percent(percent)})`],
    ...(forecast === null ? [] : [[forecast.text]]),
  ];
}

function dayLines({ day, voice, sms, data, spend }: UsageDayView, texts: UssdTexts): Lines {
  return [
    day.date,
    ...figureLines(texts, [
      [texts.voice, voice],
      [texts.sms, sms],
      [texts.data, data],
      [texts.spend, spend],
    ]),
  ];
}
