/** Notices a page that no longer answers: a loop that never ends shows nothing and says nothing. */

export interface PageWatchOptions {
  /** Resolves once the page has run something; one that is gone or hangs never does, or rejects. */
  readonly ask: () => Promise<unknown>;
  /** Processor time that the page's process has had since it was started, in milliseconds. */
  readonly processorMs: () => number;
  /** Called once; the watch is over then. */
  readonly onHung: () => void;
}

const lookEveryMs = 500;
const answerWithinMs = 3_000;
/** A page that answers in milliseconds and had this much of the processor is not slow because others have it. */
const processorForAnAnswerMs = 1_000;
/** However little of the processor it had. */
const answerAtLastWithinMs = 10_000;

/** @returns the function that ends the watch */
export function watchPage({ ask, processorMs, onHung }: PageWatchOptions): () => void {
  /** `null`: the last question has been answered. */
  let askedAt: number | null = null;
  let processorWhenAsked = 0;
  let isGone = false;
  let lookedAt = performance.now();

  const timer = setInterval(() => {
    const now = performance.now();
    // Whoever looks was held up as well (a machine that slept, a busy processor): the page gets its time anew.
    if (now - lookedAt > 2 * lookEveryMs && askedAt !== null) askedAt = now;
    lookedAt = now;
    if (askedAt === null) {
      askedAt = now;
      processorWhenAsked = processorMs();
      void ask().then(
        () => {
          askedAt = null;
        },
        () => {
          isGone = true;
        },
      );
      return;
    }
    const waitedMs = now - askedAt;
    const hadItsTurn = isGone || processorMs() - processorWhenAsked >= processorForAnAnswerMs;
    if (waitedMs >= (hadItsTurn ? answerWithinMs : answerAtLastWithinMs)) {
      clearInterval(timer);
      onHung();
    }
  }, lookEveryMs);
  return () => clearInterval(timer);
}
