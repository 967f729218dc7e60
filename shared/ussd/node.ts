import type { MarketPack } from '../domain/market';
import type { OrderIntent } from '../domain/order';
import type { CustomerView, FullCustomerView } from '../view/customerView';
import type { UssdTexts } from './texts';

/** The lines of a paragraph stay on one screen where they fit. */
type Paragraphs = readonly (readonly string[])[];

/** What a place of the menu has to say, before it is cut into screens. */
interface UssdContent {
  readonly title: string;
  readonly paragraphs: Paragraphs;
  /** As of when its figures are, repeated on each of its screens; `null` where it shows none. */
  readonly asOf: string | null;
}

interface Menu extends UssdContent {
  readonly kind: 'menu';
  readonly choices: readonly UssdChoice[];
}

/** Can be had as a message too. */
interface Information extends UssdContent {
  readonly kind: 'information';
}

interface Question extends UssdContent {
  readonly kind: 'question';
  /** Where the typed text leads; `null` when it cannot be what was asked for. */
  readonly answer: (input: string) => UssdNode | null;
}

/** The session ends here, with what the customer has confirmed. */
interface Order extends UssdContent {
  readonly kind: 'order';
  readonly intent: OrderIntent;
}

/** The session ends here: there is nowhere to go. */
interface End extends UssdContent {
  readonly kind: 'end';
}

/** One place of the #122# menu. What lies below it is made only when it is opened. */
export type UssdNode = Menu | Information | Question | Order | End;

export interface UssdChoice {
  /** Digits, from `1` to `97`: what is above steers. */
  readonly key: string;
  readonly label: string;
  readonly open: () => UssdNode;
}

/** What the places of one customer's menu are made from. */
export interface Scope {
  readonly view: FullCustomerView;
  readonly market: MarketPack;
  readonly texts: UssdTexts;
}

export function choice(key: number, label: string, open: () => UssdNode): UssdChoice {
  return { key: String(key), label, open };
}

/** A place that leads on. Its lines should not begin with an amount, which would read as the digit of a choice. */
export function menu(
  title: string,
  choices: readonly UssdChoice[],
  paragraphs: Paragraphs = [],
  asOf: string | null = null,
): UssdNode {
  return { kind: 'menu', title, paragraphs: withoutEmpty(paragraphs), asOf, choices };
}

/** A place that informs. Paragraphs without a line are left out. */
export function information(title: string, paragraphs: Paragraphs, asOf: string | null): UssdNode {
  return { kind: 'information', title, paragraphs: withoutEmpty(paragraphs), asOf };
}

function withoutEmpty(paragraphs: Paragraphs): Paragraphs {
  return paragraphs.filter(({ length }) => length > 0);
}

/** As of when the view's figures are, and whether they are live. */
export function asOfLine(view: CustomerView, texts: UssdTexts): string {
  return texts.asOf(view.asOf.dateTime, view.source);
}
