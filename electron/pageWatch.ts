/** Notices a page that no longer answers: a loop that never ends shows nothing and says nothing. */

export interface PageWatchOptions {
  /** Resolves once the page has run something; one that is gone or hangs never does, or rejects. */
  readonly ask: () => Promise<unknown>;
  /** Called once; the watch is over then. */
  readonly onHung: () => void;
}

const lookEveryMs = 500;
const answerWithinMs = 3_000;

/** @returns the function that ends the watch */
export function watchPage({ ask, onHung }: PageWatchOptions): () => void {
  /** `null`: the last question has been answered. */
  let askedAt: number | null = null;
  let lookedAt = performance.now();

  const timer = setInterval(() => {
    const now = performance.now();
    // Whoever looks was held up as well (a machine that slept, a busy processor): the page gets its time anew.
    if (now - lookedAt > 2 * lookEveryMs && askedAt !== null) askedAt = now;
    lookedAt = now;
    if (askedAt === null) {
      askedAt = now;
      void ask().then(
        () => {
          askedAt = null;
        },
        () => undefined,
      );
    } else if (now - askedAt >= answerWithinMs) {
      clearInterval(timer);
      onHung();
    }
  }, lookEveryMs);
  return () => clearInterval(timer);
}
