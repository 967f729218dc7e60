/**
 * Asks the operator's systems about the customer who is open, once for each opening, and keeps what they say beside
 * the feed's document. The cache is on the screen meanwhile, and stays where a part of the answer does not come.
 */
import {
  liveSectionNames,
  type LiveAnswer,
  type LiveSectionName,
  type LiveSections,
} from '../../shared/domain/liveCustomer';
import { mergeLive, type LiveCandidate } from '../../shared/domain/liveMerge';
import type { LiveProgress } from '../../shared/view/sectionContext';
import { StorageFailure, type CacheReader, type CacheWriter } from '../db/connection';
import { findSubscriberWithLive, putLiveSections } from '../db/liveOverlay';

/** Never rejects for what an operator or a network does. */
export type AskOperator = (
  msisdn: string,
  question: {
    readonly sections: readonly LiveSectionName[];
    /** For everything together. */
    readonly deadlineMs: number;
    readonly signal: AbortSignal;
  },
) => Promise<LiveAnswer>;

export interface LiveRefreshOptions {
  readonly ask: AskOperator;
  readonly reader: CacheReader;
  readonly writer: CacheWriter;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  readonly deadlineMs?: number;
  /** The customer is to be rendered again. */
  readonly onAnswered: (msisdn: string) => void;
  readonly onBug: (problem: unknown) => void;
}

export interface LiveRefresh {
  /** Asks about a customer; whoever was asked about before is let go. @param msisdn E.164 digits */
  readonly start: (msisdn: string) => void;
  /** Lets go of the customer: calls under way are broken off and nothing more is stored. */
  readonly stop: () => void;
  /** Of a customer who is opened and not asked about yet, an answer is waited for too. */
  readonly progress: (msisdn: string) => LiveProgress;
}

/** An agent and a customer are waiting; the slowest part of a sound operator answers well within it. */
const usualDeadlineMs = 8_000;

/**
 * What is asked for side by side, and shown as soon as it comes: a line that was restricted does not wait for its
 * bills.
 */
const parts: readonly (readonly LiveSectionName[])[] = [
  ['status', 'customer', 'profile', 'options', 'favourites'],
  ['main', 'buckets', 'orangeMoney'],
  ['usage'],
  ['bills'],
];

interface Asked {
  readonly msisdn: string;
  readonly stopping: AbortController;
  readonly failed: Set<LiveSectionName>;
  /** Whether the operator said anything at all that can be used. */
  isAnswered: boolean;
  isOver: boolean;
}

export function createLiveRefresh(options: LiveRefreshOptions): LiveRefresh {
  const { onAnswered, onBug } = options;
  let current: Asked | null = null;

  function stop(): void {
    current?.stopping.abort();
    current = null;
  }

  async function refreshPart(asked: Asked, sections: readonly LiveSectionName[]): Promise<void> {
    const { stopping, msisdn } = asked;
    const { came, failed } = await refreshed(options, msisdn, sections, stopping.signal);
    asked.isAnswered ||= came;
    for (const name of failed) asked.failed.add(name);
    if (came && !stopping.signal.aborted) onAnswered(msisdn);
  }

  async function run(asked: Asked): Promise<void> {
    try {
      await Promise.all(parts.map((sections) => refreshPart(asked, sections)));
    } finally {
      asked.isOver = true;
      if (!asked.stopping.signal.aborted) onAnswered(asked.msisdn);
    }
  }

  return {
    start(msisdn) {
      stop();
      const stopping = new AbortController();
      current = { msisdn, stopping, failed: new Set(), isAnswered: false, isOver: false };
      run(current).catch(onBug);
    },
    stop,
    progress(msisdn) {
      if (current?.msisdn !== msisdn || !current.isOver) return { kind: 'asking' };
      return { kind: 'answered', failed: current.isAnswered ? [...current.failed] : liveSectionNames };
    },
  };
}

interface Refreshed {
  /** Something that can be used was said, and is stored. */
  readonly came: boolean;
  readonly failed: readonly LiveSectionName[];
}

async function refreshed(
  { ask, reader, writer, now, deadlineMs = usualDeadlineMs }: LiveRefreshOptions,
  msisdn: string,
  sections: readonly LiveSectionName[],
  signal: AbortSignal,
): Promise<Refreshed> {
  try {
    const answer = await ask(msisdn, { sections, deadlineMs, signal });
    const known = await findSubscriberWithLive(reader, msisdn);
    if (known === null || signal.aborted) return { came: false, failed: sections };
    const candidates = candidatesIn(answer.sections, now());
    // Judged as if all were newer: what is older than the document is no failure, only of no use.
    const { refused } = mergeLive({ ...known.document, asOf: longAgo }, candidates);
    const sound = candidates.filter(({ name }) => !refused.includes(name));
    await writer.transaction((transaction) => putLiveSections(transaction, msisdn, sound));
    return { came: sound.length > 0, failed: [...failuresIn(answer), ...refused] };
  } catch (error) {
    // What cannot be kept is not shown: it would be gone with the next look at the cache.
    if (error instanceof StorageFailure) return { came: false, failed: sections };
    throw error;
  }
}

const longAgo = new Date(0).toISOString();

function candidatesIn(sections: Partial<LiveSections>, now: number): readonly LiveCandidate[] {
  // A line has a main account: without one, that there are no bonuses only says that the line was not found.
  const isWithoutBalances = sections.main === undefined && sections.buckets?.value.length === 0;
  return liveSectionNames.flatMap((name): LiveCandidate[] => {
    const section = sections[name];
    if (section === undefined || (name === 'buckets' && isWithoutBalances)) return [];
    // An operator's clock that is ahead must not keep the feed's next documents from counting.
    const at = Math.min(Date.parse(section.asOf), now);
    return Number.isNaN(at) ? [] : [{ name, asOf: new Date(at).toISOString(), value: section.value }];
  });
}

/** What the operator does not know is not known, as where it is in no answer. */
function failuresIn({ failures }: LiveAnswer): readonly LiveSectionName[] {
  return liveSectionNames.filter((name) => failures[name] !== undefined && failures[name] !== 'notFound');
}
