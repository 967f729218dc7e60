/** Reads #122# as a customer would: screen after screen, with keys. */
import { enterInput, startSession, type UssdContext, type UssdScreen } from '../../shared/ussd/engine';

const more = /^99 (?:Suite|More)$/m;
const steering = /^(?:99 (?:Suite|More)|0 (?:Retour|Back) 00 (?:Accueil|Home)(?: 98 SMS)?)$/;
const asOf = /\((?:direct|live|cache)\)$/;

/** More than any place has. */
const mostScreens = 500;

export interface Place {
  readonly title: string;
  /** The lines of all its screens, without the title, what steers and the line that says as of when. */
  readonly lines: readonly string[];
  /** The line that says as of when, once for each screen that has it. */
  readonly asOf: readonly string[];
  readonly screens: readonly UssdScreen[];
}

/** A place of the menu from its first screen to its last; the path is digits between `*`. */
export function readPlace(path: string, context: UssdContext): Place {
  let turn = startSession(context, 0);
  const enter = (input: string) => (turn = enterInput(turn.state, input, context, 0));
  path
    .split('*')
    .filter((input) => input !== '')
    .forEach(enter);
  const screens = [turn.output.screen];
  while (more.test(screens.at(-1)!.text)) {
    screens.push(enter('99').output.screen);
    if (screens.length > mostScreens) throw new Error(`The place ${path} has no last screen.`);
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
