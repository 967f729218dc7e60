/** The border at which feed documents come in: what passes here is typed, what does not has a reason. */
import { Compile, type Validator } from 'typebox/compile';
import {
  articleSchema,
  offerSchema,
  staffSchema,
  subscriberSchema,
  supportedSchemaMajor,
  type FeedDocument,
} from './feedDocument';
import { once } from './remember';

export type FeedValidation =
  | { readonly kind: 'valid'; readonly document: FeedDocument }
  /** Not for this program: to be counted and passed over. */
  | { readonly kind: 'unknownType'; readonly type: string }
  /**
   * To be quarantined. The reason names a place and what is expected there, never the value that came;
   * `quarantineReason.ts` knows its sentences.
   */
  | { readonly kind: 'invalid'; readonly reason: string };

// A first sync runs these a hundred thousand times. Compiled at the first: a process that reads no feed does without.
const subscriberValidator = once(() => Compile(subscriberSchema));
const offerValidator = once(() => Compile(offerSchema));
const staffValidator = once(() => Compile(staffSchema));
const articleValidator = once(() => Compile(articleSchema));

/** Documents of the database itself (views, indexes) travel in the same feed. */
const databaseOwnPrefix = '_design/';

export function validateFeedDocument(value: unknown): FeedValidation {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return invalid('document must be object');
  }
  if ('_id' in value && typeof value._id === 'string' && value._id.startsWith(databaseOwnPrefix)) {
    return { kind: 'unknownType', type: '_design' };
  }
  if (!('type' in value) || typeof value.type !== 'string') return invalid('/type must be string');
  // Looked at before the shape: a newer document may be shaped in a way that is not known here.
  if ('schema' in value && typeof value.schema === 'number' && value.schema > supportedSchemaMajor) {
    return invalid(`/schema must not be above ${supportedSchemaMajor}, the newest that is understood`);
  }
  switch (value.type) {
    case 'subscriber':
      if (!subscriberValidator().Check(value)) return invalid(firstReason(subscriberValidator(), value));
      return withMatchingId(value, 'msisdn', value.msisdn);
    case 'offer':
      if (!offerValidator().Check(value)) return invalid(firstReason(offerValidator(), value));
      return withMatchingId(value, 'code', value.code);
    case 'staff':
      if (!staffValidator().Check(value)) return invalid(firstReason(staffValidator(), value));
      return withMatchingId(value, 'login', value.login);
    case 'article':
      if (!articleValidator().Check(value)) return invalid(firstReason(articleValidator(), value));
      return { kind: 'valid', document: value };
    default:
      return { kind: 'unknownType', type: value.type.slice(0, longestTypeKept) };
  }
}

const longestTypeKept = 100;

/** A document filed under another's id would overwrite, or be shown as, somebody else's. */
function withMatchingId(document: FeedDocument, field: string, key: string): FeedValidation {
  return document._id === `${document.type}:${key}`
    ? { kind: 'valid', document }
    : invalid(`/_id must be "${document.type}:" and /${field}`);
}

function firstReason(validator: Pick<Validator, 'Errors'>, value: unknown): string {
  const errors = validator.Errors(value);
  const first = errors[0];
  if (first === undefined) return 'document is not as expected';
  const choices = errors.flatMap((error) =>
    error.keyword === 'const' && error.instancePath === first.instancePath
      ? [String(error.params.allowedValue)]
      : [],
  );
  const expected = choices.length > 0 ? `must be ${choices.join(' or ')}` : first.message;
  return `${first.instancePath === '' ? 'document' : first.instancePath} ${expected}`;
}

function invalid(reason: string): FeedValidation {
  return { kind: 'invalid', reason };
}
