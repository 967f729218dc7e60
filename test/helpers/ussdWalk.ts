/** Reads #122# as a customer would: screen after screen, with keys. */
import { dial, type UssdContext, type UssdScreen } from '../../shared/ussd/engine';

const steering = /^(?:99 (?:Suite|More)|0 (?:Retour|Back) 00 (?:Accueil|Home)(?: 98 SMS)?)$/;
const asOf = /\((?:direct|live|cache)\)$/;

export interface Place {
  readonly title: string;
  /** The lines of all its screens, without the title, what steers and the line that says as of when. */
  readonly lines: readonly string[];
  /** The line that says as of when, once for each screen that has it. */
  readonly asOf: readonly string[];
  readonly screens: readonly UssdScreen[];
}

/** A place of the menu from its first screen to its last. */
export function readPlace(path: string, context: UssdContext): Place {
  const screens = [dial(path, context)];
  while (/^99 /m.test(screens.at(-1)!.text) && screens.length < 2000) {
    screens.push(dial([path, ...screens.map(() => '99')].filter((part) => part !== '').join('*'), context));
  }
  const below = screens
    .flatMap(({ text }) => text.split('\n').slice(1))
    .filter((line) => !steering.test(line));
  return {
    title: screens[0]!.text.split('\n')[0]!,
    lines: below.filter((line) => !asOf.test(line)),
    asOf: below.filter((line) => asOf.test(line)),
    screens,
  };
}

/** The choices of a place: digit and label. */
export function choicesOf({ lines }: Place): readonly (readonly [key: string, label: string])[] {
  return lines.flatMap((line) => {
    const [, key, label] = /^([1-9]\d?) (.*)$/.exec(line) ?? [];
    return key === undefined || label === undefined ? [] : [[key, label] as const];
  });
}
