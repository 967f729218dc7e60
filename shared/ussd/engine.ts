/**
 * The #122# service as a pure function of state and input.
 *
 *   start ──▶ open ──digit of a choice, text that was asked for──▶ open, one place deeper
 *              │  ◀──0 back, 00 or # home, 99 more, anything else: the same screen and a complaint
 *              │
 *              ├──an order is confirmed, informations by message, nowhere to go──▶ over
 *              └──no input for too long──▶ over            over ──any input──▶ start
 *
 * The state is what was typed, not what was shown: when the customer's view changes during a session, the same
 * way leads to the new figures, or ends at the last place that is still there.
 */
import type { MarketPack } from '../domain/market';
import type { OrderIntent } from '../domain/order';
import type { CustomerView } from '../view/customerView';
import { toGsm } from './gsm0338';
import { rootNode } from './menu';
import type { UssdNode } from './node';
import { keys, messageOf, screensOf, titleLine } from './screens';
import { ussdTexts } from './texts';

/** One #122# screen: `CON` waits for an input, `END` closes the session. */
export interface UssdScreen {
  readonly type: 'CON' | 'END';
  /** At most 160 septets of the GSM 03.38 alphabet. */
  readonly text: string;
  /** What leads to this very screen at once, `2*1`: the next input may be appended to it. */
  readonly path: string;
  /** The text message that comes with the screen, in parts of at most 160 septets. */
  readonly message?: readonly string[];
  /** On a phone, an order would have been placed with this screen; here nothing is. */
  readonly wouldOrder?: true;
}

export interface UssdContext {
  readonly view: CustomerView;
  readonly market: MarketPack;
}

interface OpenSession {
  readonly kind: 'open';
  /** The way from the first place to the present one. */
  readonly steps: readonly Step[];
  /** Which of the present place's screens is shown, from 0. */
  readonly page: number;
  /** Epoch milliseconds. */
  readonly lastInputAt: number;
}

interface Step {
  readonly input: string;
  /** The screen on which it was typed: where `0` leads back to. */
  readonly fromPage: number;
}

export type UssdState = OpenSession | { readonly kind: 'over' };

/** What comes of an input: a screen, or a confirmed order for the caller to carry out and its last screen. */
export type UssdOutput =
  | { readonly kind: 'screen'; readonly screen: UssdScreen }
  | { readonly kind: 'command'; readonly intent: OrderIntent; readonly screen: UssdScreen };

export interface UssdTurn {
  readonly state: UssdState;
  readonly output: UssdOutput;
}

/** Opens a session on its first screen; `now` is in epoch milliseconds. */
export function startSession(context: UssdContext, now: number): UssdTurn {
  return show({ kind: 'open', steps: [], page: 0, lastInputAt: now }, context);
}

/** Answers one input, whatever was typed. */
export function enterInput(state: UssdState, input: string, context: UssdContext, now: number): UssdTurn {
  if (state.kind === 'over') return startSession(context, now);
  const { market } = context;
  const texts = ussdTexts[context.view.language];
  if (now - state.lastInputAt > market.ussd.sessionTimeoutSeconds * 1000) {
    return end({ text: toGsm(texts.timedOut(market.serviceCodes.consumption)), path: '' });
  }

  const typed = input.trim();
  if (typed === keys.home || typed === '#') return startSession(context, now);
  const location = locate({ ...state, lastInputAt: now }, context);
  const { session, node, screens } = location;
  const { steps, page } = session;

  if (typed === keys.back) {
    if (page > 0) return present({ ...location, session: { ...session, page: page - 1 } });
    return show({ ...session, steps: steps.slice(0, -1), page: steps.at(-1)?.fromPage ?? 0 }, context);
  }
  if (typed === keys.more && page + 1 < screens.length) {
    return present({ ...location, session: { ...session, page: page + 1 } });
  }
  if (typed === keys.byMessage && node.kind === 'information') {
    return end({ text: toGsm(texts.sentByMessage), path: pathOf(session), message: messageOf(node) });
  }
  if (follow(node, typed) !== null) {
    return show({ ...session, steps: [...steps, { input: typed, fromPage: page }], page: 0 }, context);
  }
  return present(location, node.kind === 'question' ? texts.wrongNumber : texts.wrongChoice);
}

/**
 * The screen after these inputs: `1*2`, or as dialled `#122*1*2#`; the first screen for an empty path.
 * Inputs beyond the end of the session change nothing.
 */
export function dial(path: string, context: UssdContext): UssdScreen {
  const code = context.market.serviceCodes.consumption.replace(/#$/, '');
  const inputs = (path.startsWith(code) ? path.slice(code.length) : path).replace(/(?<=\d)#$/, '').split('*');
  let turn = startSession(context, 0);
  for (const input of inputs) {
    if (turn.state.kind === 'over') break;
    if (input !== '') turn = enterInput(turn.state, input, context, 0);
  }
  const { output } = turn;
  return output.kind === 'command' ? { ...output.screen, wouldOrder: true } : output.screen;
}

interface Location {
  readonly session: OpenSession;
  readonly node: UssdNode;
  readonly screens: readonly string[];
}

/** Walks the session's way in the menu as it is now, as far as it leads. */
function locate(session: OpenSession, { view, market }: UssdContext): Location {
  let node = rootNode(view, market);
  let depth = 0;
  for (const { input } of session.steps) {
    const next = follow(node, input);
    if (next === null) break;
    node = next;
    depth += 1;
  }
  const screens = screensOf(node, depth === 0, ussdTexts[view.language]);
  const page = depth < session.steps.length ? 0 : Math.min(session.page, screens.length - 1);
  return { session: { ...session, steps: session.steps.slice(0, depth), page }, node, screens };
}

function follow(node: UssdNode, input: string): UssdNode | null {
  if (node.kind === 'question') return node.answer(input);
  if (node.kind !== 'menu') return null;
  return node.choices.find(({ key }) => key === input)?.open() ?? null;
}

function show(session: OpenSession, context: UssdContext): UssdTurn {
  return present(locate(session, context));
}

function present({ session, node, screens }: Location, complaint?: string): UssdTurn {
  const path = pathOf(session);
  const text = `${titleLine(complaint ?? node.title)}\n${screens[session.page] ?? ''}`;
  if (node.kind === 'order') {
    const screen: UssdScreen = { type: 'END', text, path };
    return { state: { kind: 'over' }, output: { kind: 'command', intent: node.intent, screen } };
  }
  if (node.kind === 'end' && session.page === screens.length - 1) return end({ text, path });
  return { state: session, output: { kind: 'screen', screen: { type: 'CON', text, path } } };
}

/** A choice is taken on every screen of its place, so only the last place's screens count. */
function pathOf({ steps, page }: OpenSession): string {
  return [...steps.map(({ input }) => input), ...Array<string>(page).fill(keys.more)].join('*');
}

function end(shown: Omit<UssdScreen, 'type'>): UssdTurn {
  return { state: { kind: 'over' }, output: { kind: 'screen', screen: { type: 'END', ...shown } } };
}
