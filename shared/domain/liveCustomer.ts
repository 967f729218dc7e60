/** What the operator's systems say of one customer at this moment, by section of the subscriber document. */
import type { SubscriberDocument } from './feedDocument';

export const liveSectionNames = [
  'status',
  'customer',
  'profile',
  'main',
  'buckets',
  'usage',
  'options',
  'favourites',
  'orangeMoney',
  'bills',
] as const;

export type LiveSectionName = (typeof liveSectionNames)[number];

/** A section in the shape that it has in the subscriber document. */
export interface LiveSection<Name extends LiveSectionName> {
  /** When the operator said it, by the operator's clock: ISO 8601 UTC. */
  readonly asOf: string;
  readonly value: NonNullable<SubscriberDocument[Name]>;
}

export type LiveSections = { readonly [Name in LiveSectionName]: LiveSection<Name> };

export type LiveFailure =
  /** No connection, or it broke, or the server is in trouble (5xx). */
  | 'offline'
  /** No answer before the deadline. */
  | 'late'
  /** The credentials are not accepted, or are not there. */
  | 'refused'
  /** Asked too often (429). */
  | 'busy'
  /** Not asked: the service failed too often just now. */
  | 'resting'
  /** What came is not what the interface promises, or is too much. */
  | 'unreadable'
  /** The operator does not know this customer, or this order. */
  | 'notFound';

/** A section that was asked for and is in neither is not known to the operator. */
export interface LiveAnswer {
  readonly sections: Partial<LiveSections>;
  readonly failures: Readonly<Partial<Record<LiveSectionName, LiveFailure>>>;
}
