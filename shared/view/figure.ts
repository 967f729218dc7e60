/** Amounts with their age. A value that is older than its class may be shown does not get into the view. */
import { unitKind, type Unit } from '../domain/unit';
import type { Figure } from './customerView';
import type { SectionContext } from './sectionContext';

/** Whether the snapshot is too old to show an amount of this unit. */
export function isWithheld(unit: Unit, { tooOld }: SectionContext): boolean {
  return unitKind(unit) === 'money' ? tooOld.money : tooOld.volume;
}

export function figureOf(amount: number, unit: Unit, context: SectionContext): Figure {
  const withheld = isWithheld(unit, context);
  return {
    amount: withheld ? null : amount,
    unit,
    text: withheld ? context.texts.withheld : context.formats.amount(amount, unit),
    asOf: context.asOf,
    source: context.source,
    withheld,
  };
}

/** The sum of at least one figure, all of one unit: as old as its oldest part, withheld when one of them is. */
export function totalOf(parts: readonly [Figure, ...Figure[]], context: SectionContext): Figure {
  const [first] = parts;
  // Nearly always all came at once: equal texts need no reading.
  const oldest = parts.reduce((a, b) =>
    b.asOf !== a.asOf && Date.parse(b.asOf) < Date.parse(a.asOf) ? b : a,
  );
  let amount: number | null = 0;
  for (const part of parts) {
    amount = amount === null || part.amount === null ? null : exactSum(amount, part.amount);
  }
  return {
    amount,
    unit: first.unit,
    text: amount === null ? context.texts.withheld : context.formats.amount(amount, first.unit),
    asOf: oldest.asOf,
    source: oldest.source,
    withheld: amount === null,
  };
}

/** Sums stop at the largest exact integer; only an absurd feed gets there. */
function exactSum(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}
