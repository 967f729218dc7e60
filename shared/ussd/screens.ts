/**
 * Cuts what a place of the menu says into #122# screens:
 *
 *   Crédit mensuel                        title; a complaint about the last input takes its place
 *   500 F CFA jusqu'au 30/11/2026         lines and numbered choices
 *   Au 22/11/2026 à 12 h (cache)          as of when the figures are
 *   99 Suite                              where there is more
 *   0 Retour 00 Accueil 98 SMS            where one can go
 */
import { messageParts, septets, toGsm } from './gsm0338';
import type { UssdNode } from './node';
import type { UssdTexts } from './texts';

/** The inputs that steer, beside the digits of a screen's own choices. */
export const keys = { back: '0', home: '00', byMessage: '98', more: '99' } as const;

const screenSeptets = 160;
const titleSeptets = 30;
const labelSeptets = 40;
/** On one screen; `Suite` is one of them. */
const maxNumberedLines = 5;

interface Item {
  /** In the GSM alphabet; several lines that stay together. */
  readonly text: string;
  readonly numbered: boolean;
}

/** A title, or a complaint in its place, as it stands on a screen. */
export function titleLine(title: string): string {
  return clip(tidy(title), titleSeptets);
}

/** The screens of a node, at least one, each without its title line. */
export function screensOf(node: UssdNode, atHome: boolean, texts: UssdTexts): readonly string[] {
  const asOf = node.asOf === null ? [] : [tidy(node.asOf)];
  const more = `${keys.more} ${texts.more}`;
  const steering = steeringLine(node, texts);
  const room = screenSeptets - titleRoom(node, texts) - height([...asOf, ...steering]);
  const roomBeforeMore = room - height([more]);

  const screens: string[] = [];
  let rest = itemsOf(node, roomBeforeMore);
  for (;;) {
    const isLast = countFitting(rest, room, maxNumberedLines) === rest.length;
    const count = isLast ? rest.length : countFitting(rest, roomBeforeMore, maxNumberedLines - 1);
    screens.push(
      [
        ...rest.slice(0, count).map(({ text }) => text),
        ...asOf,
        ...(isLast ? [] : [more]),
        ...(atHome && screens.length === 0 ? [] : steering),
      ].join('\n'),
    );
    if (isLast) return screens;
    rest = rest.slice(count);
  }
}

/** A complaint can take the place of the title. */
function titleRoom({ title }: UssdNode, { wrongChoice, wrongNumber }: UssdTexts): number {
  return Math.max(...[title, wrongChoice, wrongNumber].map((line) => septets(titleLine(line))));
}

/** All that a node says, as the parts of one text message. */
export function messageOf(node: UssdNode): readonly string[] {
  const lines = [node.title, ...node.paragraphs.flat(), ...(node.asOf === null ? [] : [node.asOf])];
  return messageParts(lines.map(tidy).join('\n'));
}

function steeringLine(node: UssdNode, texts: UssdTexts): readonly string[] {
  if (node.kind === 'end' || node.kind === 'order') return [];
  const line = `${keys.back} ${texts.back} ${keys.home} ${texts.home}`;
  return [node.kind === 'information' ? `${line} ${keys.byMessage} ${texts.byMessage}` : line];
}

/** Each item fits into the room by itself, so that every screen shows at least one. */
function itemsOf(node: UssdNode, room: number): readonly Item[] {
  const choices = node.kind === 'menu' ? node.choices : [];
  return [
    ...node.paragraphs.flatMap((lines) => paragraphItems(lines, room)),
    ...choices.map(({ key, label }) => ({
      text: `${key} ${clip(tidy(label), labelSeptets)}`,
      numbered: true,
    })),
  ];
}

function paragraphItems(lines: readonly string[], room: number): readonly Item[] {
  const whole = lines.map(tidy).join('\n');
  const texts = height([whole]) <= room ? [whole] : lines.flatMap((line) => wrap(line, room - 1));
  return texts.map((text) => ({ text, numbered: false }));
}

/** How many items from the first on fit into the room and the allowed number of numbered lines. */
function countFitting(items: readonly Item[], room: number, allowedNumbered: number): number {
  let used = 0;
  let numbered = 0;
  for (const [index, item] of items.entries()) {
    used += height([item.text]);
    if (item.numbered) numbered += 1;
    if (used > room || numbered > allowedNumbered) return index;
  }
  return items.length;
}

/** Septets of lines, each with the line break that sets it apart. */
function height(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + septets(line) + 1, 0);
}

/** One line of the GSM alphabet without needless spaces. */
function tidy(text: string): string {
  return toGsm(text).replace(/\s+/g, ' ').trim();
}

/** Breaks a line at ordinary spaces only, so that no amount is torn apart; a word that is too long is cut. */
function wrap(line: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const word of line.split(' ').map(tidy)) {
    const extended = piece === '' ? word : `${piece} ${word}`;
    if (septets(extended) <= width) {
      piece = extended;
    } else {
      if (piece !== '') pieces.push(piece);
      piece = clip(word, width);
    }
  }
  return [...pieces, piece];
}

function clip(gsmText: string, maxSeptets: number): string {
  if (septets(gsmText) <= maxSeptets) return gsmText;
  const ellipsis = '...';
  let kept = '';
  let room = maxSeptets - ellipsis.length;
  for (const character of gsmText) {
    room -= septets(character);
    if (room < 0) break;
    kept += character;
  }
  return kept + ellipsis;
}
