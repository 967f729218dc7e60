/** What is compared: each runs in a process of its own, so that neither memory nor a warm compiler is shared. */

export interface Contender {
  /** Brings its database up to date with the feed; returns when all is stored. */
  readonly sync?: () => Promise<void>;
  /** Finds one subscriber, as far as this contender makes something of them. */
  readonly lookUp?: (msisdn: string) => Promise<void>;
  /** Follows a feed that has nothing new until it has asked that often. */
  readonly poll?: (times: number) => Promise<void>;
  /** Reads the whole database and throws unless it is sound. */
  readonly checkIntegrity?: () => Promise<void>;
  /** Lets go of the history of all balances, as of what is past its retention. */
  readonly keepHouse?: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ContenderOptions {
  readonly url: string;
  readonly folder: string;
}

/** The raw key of every database here. */
export const benchKeyHex = '4f'.repeat(32);
