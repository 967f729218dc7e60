import type { CustomerView } from '../../shared/view/customerView';
import { actionTexts, lineActionName } from '../strings/actions';
import { useLanguage } from '../strings/language';
import type { AgentAction } from './actions';
import type { OrderSubject } from './orderChoices';

export interface ActionSubjects {
  /** `null`: nobody is open. */
  readonly customer: CustomerView | null;
  readonly openLine: (number: string) => void;
  readonly search: () => void;
  readonly toggleKeys: () => void;
  readonly togglePalette: () => void;
  readonly toggleOrder: (subject: OrderSubject) => void;
  readonly toggleOrders: () => void;
  /** Whom this session has opened; `null`: nobody yet. */
  readonly goToRecent: (() => void) | null;
  readonly refresh: () => void;
  readonly togglePayer: () => void;
  readonly toggleUssd: () => void;
  readonly toggleReceipt: () => void;
  /** `null`: not for whoever is here. */
  readonly togglePost: (() => void) | null;
  readonly toggleAudit: (() => void) | null;
  readonly togglePresence: () => void;
  /** `null`: not in training. */
  readonly toggleTour: (() => void) | null;
  /** The notice that is shown; `null`: there is none. */
  readonly dismissNotice: (() => void) | null;
  readonly lock: () => void;
  /** The next reason for a lookup; `null` while the key is a digit of #122#. */
  readonly nextReason: (() => void) | null;
  readonly leave: () => void;
}

/** What can be done at this moment, in the order of the bar. */
export function useAgentActions(subjects: ActionSubjects): readonly AgentAction[] {
  const { customer } = subjects;
  const { language, switchTo } = useLanguage();
  return [
    {
      id: 'help',
      keys: ['F1', '?'],
      ...actionTexts.help,
      act: subjects.toggleKeys,
      inBar: true,
      overDialogs: true,
    },
    { id: 'search', keys: ['F2'], ...actionTexts.search, act: subjects.search, inBar: true },
    { id: 'open', keys: ['Enter'], ...actionTexts.open, act: null, inBar: customer === null },
    {
      id: 'leave',
      keys: ['Escape'],
      ...actionTexts.leave,
      act: subjects.leave,
      inBar: customer !== null,
    },
    ...(customer === null ? [] : customerActions(customer, subjects)),
    { id: 'orders', keys: ['F11'], ...actionTexts.orders, act: subjects.toggleOrders, inBar: true },
    ...(subjects.goToRecent === null
      ? []
      : [{ id: 'recent', keys: ['Shift F7'], ...actionTexts.recent, act: subjects.goToRecent }]),
    {
      id: 'palette',
      keys: ['Ctrl K', '/'],
      ...actionTexts.palette,
      act: subjects.togglePalette,
      inBar: true,
      overDialogs: true,
    },
    { id: 'reason', keys: ['*'], ...actionTexts.reason, act: subjects.nextReason },
    {
      id: 'lock',
      keys: ['F9'],
      ...actionTexts.lock,
      act: subjects.lock,
      inBar: true,
      overDialogs: true,
    },
    {
      id: 'language',
      keys: ['F10'],
      ...actionTexts.language,
      act: () => switchTo(language === 'fr' ? 'en' : 'fr'),
      overDialogs: true,
    },
    ...(subjects.dismissNotice === null
      ? []
      : [{ id: 'dismiss', keys: ['Shift F8'], ...actionTexts.dismiss, act: subjects.dismissNotice }]),
    ...tourActions(subjects),
    ...supervisorActions(subjects),
    {
      id: 'sections',
      keys: ['ArrowUp', 'ArrowDown'],
      ...actionTexts.sections,
      act: null,
      inBar: customer !== null,
    },
    { id: 'columns', keys: ['ArrowLeft', 'ArrowRight'], ...actionTexts.columns, act: null },
  ];
}

function customerActions(customer: CustomerView, subjects: ActionSubjects): readonly AgentAction[] {
  const ussd: AgentAction = {
    id: 'ussd',
    keys: ['F7'],
    ...actionTexts.ussd,
    act: subjects.toggleUssd,
    inBar: true,
  };
  const receipt: AgentAction = {
    id: 'receipt',
    keys: ['F8'],
    ...actionTexts.receipt,
    act: subjects.toggleReceipt,
    inBar: true,
  };
  const presence: AgentAction = {
    id: 'presence',
    keys: ['Shift F9'],
    ...actionTexts.presence,
    act: subjects.togglePresence,
  };
  const refresh: AgentAction = {
    id: 'refresh',
    keys: ['F12'],
    ...actionTexts.refresh,
    act: customer.live.state === 'off' ? null : subjects.refresh,
  };
  if (customer.restricted) return [ussd, receipt, presence, refresh];
  const lines = customer.contracts ?? [];
  const following = lineAfter(customer.msisdn, lines);
  const order = (
    id: 'sellPass' | 'option' | 'plan' | 'numbers' | 'bill',
    keys: string,
    subject: OrderSubject,
    inBar = true,
  ): AgentAction => ({
    id,
    keys: [keys],
    ...actionTexts[id],
    act: () => subjects.toggleOrder(subject),
    inBar,
  });
  return [
    order('sellPass', 'F3', 'passes'),
    order('option', 'F4', 'options'),
    order('plan', 'Shift F4', 'plan', false),
    order('numbers', 'F5', 'numbers'),
    order('bill', 'Shift F3', 'bills', false),
    { id: 'payer', keys: ['F6'], ...actionTexts.payer, act: subjects.togglePayer, inBar: true },
    ussd,
    receipt,
    presence,
    refresh,
    ...(following === null
      ? []
      : [
          {
            id: 'otherLine',
            keys: ['Shift F2'],
            ...actionTexts.otherLine,
            act: () => subjects.openLine(following.text),
            inBar: true,
          },
        ]),
    ...lines.map(({ msisdn, text }) => ({
      id: `line:${msisdn}`,
      keys: [],
      name: lineActionName(text),
      explain: actionTexts.otherLine.explain,
      act: () => subjects.openLine(text),
    })),
  ];
}

function tourActions({ toggleTour }: ActionSubjects): readonly AgentAction[] {
  return toggleTour === null
    ? []
    : [{ id: 'tour', keys: ['Shift F1'], ...actionTexts.tour, act: toggleTour, overDialogs: true }];
}

function supervisorActions({ togglePost, toggleAudit }: ActionSubjects): readonly AgentAction[] {
  const post: AgentAction = { id: 'post', keys: ['Shift F5'], ...actionTexts.post, act: togglePost };
  const audit: AgentAction = { id: 'audit', keys: ['Shift F6'], ...actionTexts.audit, act: toggleAudit };
  return [post, audit].filter(({ act }) => act !== null);
}

/** Round and round by number, so that the same key comes past each line in turn. */
function lineAfter<Line extends { readonly msisdn: string }>(
  msisdn: string,
  lines: readonly Line[],
): Line | null {
  const inTurn = lines.toSorted((a, b) => Number(a.msisdn) - Number(b.msisdn));
  return inTurn.find((line) => Number(line.msisdn) > Number(msisdn)) ?? inTurn[0] ?? null;
}
