/** What one run of the bench measures, and how often. */
export interface BenchPlan {
  /** In the feed of the first sync. */
  readonly subscribers: number;
  /** A second, ten times larger base; `null`: left out. */
  readonly largeSubscribers: number | null;
  /** How often each of the things compared has its turn. */
  readonly rounds: number;
  readonly deltaRounds: number;
  readonly lookups: number;
  /** How often the program is started. */
  readonly starts: number;
  /** Whether the program's window is measured, too. */
  readonly window: boolean;
  /** Everything written lies below it and is removed afterwards. */
  readonly folder: string;
}

export function benchPlan(args: readonly string[], folder: string): BenchPlan {
  const usual: BenchPlan = {
    subscribers: 100_000,
    largeSubscribers: null,
    rounds: 3,
    deltaRounds: 7,
    lookups: 3_000,
    starts: 5,
    window: !args.includes('--no-window'),
    folder,
  };
  if (args.includes('--quick')) {
    return {
      ...usual,
      subscribers: 10_000,
      rounds: 1,
      deltaRounds: 3,
      lookups: 300,
      window: false,
    };
  }
  return args.includes('--large') ? { ...usual, largeSubscribers: 1_000_000 } : usual;
}
