import type { Language } from '../../shared/domain/language';
import type { Answer, EventName, EventPayloads } from '../../shared/ipc/contract';
import type { CustomerService } from '../services/customer';
import { createTurns } from '../services/inTurn';
import type { LiveRefresh } from '../services/liveRefresh';

export type SendEvent = <Name extends EventName>(event: Name, payload: EventPayloads[Name]) => void;

/** The one customer whom the window has open. The page is told of every change, until it closes the customer. */
export interface CustomerSession {
  readonly msisdn: () => string | null;
  /** Whether a customer alone has identified themselves, and their visit is not over. */
  readonly isIdentified: () => boolean;
  /** One more with each closing and each opening: whether whoever asked before a wait is still there after it. */
  readonly closings: () => number;
  /** For a customer who has proven that the number is theirs: until closed, they may go to their own other lines. */
  readonly openOwn: (msisdn: string, language: Language) => Promise<Answer<'customer:open'>>;
  /**
   * Another line of whoever has identified themselves; every other number is refused, and the line shown stays.
   *
   * @param record writes down that the customer of the line `owner` goes there, before they see it
   */
  readonly switchLine: (
    msisdn: string,
    language: Language,
    record: (owner: string) => Promise<void>,
  ) => Promise<Answer<'customer:switchLine'>>;
  readonly open: (query: string, language: Language) => Promise<Answer<'customer:open'>>;
  readonly render: (language: Language) => Promise<Answer<'customer:render'>>;
  readonly close: () => void;
  /** Asks the operator's systems about the open customer once more. */
  readonly askAgain: () => void;
  /** Reads the open customer again and tells the page what is different, if anything is. */
  readonly refresh: () => Promise<void>;
}

interface OpenCustomer {
  readonly msisdn: string;
  readonly language: Language;
  /** What the page was given last. */
  readonly shownJson: string;
}

const noCustomer = { ok: false, error: 'NO_CUSTOMER_OPEN' } as const;

/** @param live `null` where there are no operator's systems to ask about whoever is opened */
export function createCustomerSession(
  customers: Pick<CustomerService, 'view' | 'checkOwnLine'>,
  send: SendEvent,
  live: Pick<LiveRefresh, 'start' | 'stop'> | null,
): CustomerSession {
  let current: OpenCustomer | null = null;
  /** Who has identified themselves: E.164 digits. */
  let owner: string | null = null;
  // Counts closings, so that a reading that was under way does not bring the customer back.
  let closings = 0;
  // One reading at a time: an older one can never replace what a newer one found.
  const inTurn = createTurns();

  const read = async (
    query: string,
    language: Language,
    closingsBefore: number,
  ): Promise<Answer<'customer:open'>> => {
    const found = await customers.view(query, language);
    if (closings !== closingsBefore) {
      return noCustomer;
    }
    if (found.ok) {
      current = { msisdn: found.view.msisdn, language, shownJson: JSON.stringify(found.view) };
      return { ok: true, value: found.view };
    }
    if (found.error === 'NOT_FOUND') {
      live?.stop();
      current = null;
    }
    return found;
  };

  const leave = () => {
    closings += 1;
    live?.stop();
    current = null;
  };

  const close = () => {
    leave();
    owner = null;
  };

  const enter = (query: string, language: Language): Promise<Answer<'customer:open'>> => {
    leave();
    const closingsBefore = closings;
    return inTurn(async () => {
      const answer = await read(query, language, closingsBefore);
      if (answer.ok) {
        live?.start(answer.value.msisdn);
      }
      return answer;
    });
  };

  return {
    msisdn: () => current?.msisdn ?? null,
    isIdentified: () => owner !== null,
    closings: () => closings,
    open(query, language) {
      owner = null;
      return enter(query, language);
    },
    openOwn(msisdn, language) {
      owner = msisdn;
      return enter(`+${msisdn}`, language);
    },
    async switchLine(msisdn, language, record) {
      const of = owner;
      const closingsBefore = closings;
      if (of === null) return noCustomer;
      const own = await customers.checkOwnLine(of, msisdn);
      if (!own.ok) return own;
      await record(of);
      // Whoever was there may be gone since.
      return closings === closingsBefore ? enter(`+${msisdn}`, language) : noCustomer;
    },
    render: (language) =>
      inTurn(async () => (current === null ? noCustomer : read(current.msisdn, language, closings))),
    close,
    askAgain() {
      if (current !== null) live?.start(current.msisdn);
    },
    refresh: () =>
      inTurn(async () => {
        if (current === null) {
          return;
        }
        const { msisdn, language, shownJson } = current;
        const answer = await read(msisdn, language, closings);
        if (!answer.ok) {
          if (answer.error === 'NOT_FOUND') {
            send('customer:removed', null);
          }
        } else if (JSON.stringify(answer.value) !== shownJson) {
          send('customer:changed', answer.value);
        }
      }),
  };
}
