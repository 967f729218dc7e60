/** The marks of a chart's scale: few, round in what they count, the last at or above the highest value. */
import { unitKind, type Unit } from '../../../shared/domain/unit';

const mostSteps = 4;

/** Steps of time that people count in: 1, 2, 5, 10, 15, 30 seconds and minutes, 1, 2, 3, 6, 12 and 24 hours. */
const timeSteps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
];

/** @param highest above zero, in the unit's smallest part */
export function scaleMarks(highest: number, unit: Unit): readonly number[] {
  const step = stepFor(highest / mostSteps, unitKind(unit) === 'time' ? timeSteps : []);
  const steps = Math.ceil(highest / step);
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}

/** The smallest round step that is at least this. */
function stepFor(least: number, preferred: readonly number[]): number {
  const known = preferred.find((step) => step >= least);
  if (known !== undefined) return known;
  const power = 10 ** Math.floor(Math.log10(least));
  const round = [1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10;
  return Math.max(1, round * power);
}
