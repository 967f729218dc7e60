/** Reads a list of the operator's to its end, page by page. */
import type { Static, TSchema } from 'typebox';
import { Check } from 'typebox/value';
import type { LiveFailure } from '../../shared/domain/liveCustomer';
import type { NoReply, OperatorHttp, Question, Reply } from './operatorHttp';

export interface ListQuestion extends Omit<Question, 'body'> {
  /** Top-level attributes: the operator need not send the rest. */
  readonly fields: readonly string[];
}

export type ListReply<Item> =
  /** `at`: when its first page was said, epoch milliseconds. */
  { readonly kind: 'list'; readonly items: readonly Item[]; readonly at: number } | NoReply;

export type ListReader<Item> = (http: OperatorHttp, question: ListQuestion) => Promise<ListReply<Item>>;

const pageSize = 100;

/** More than any customer has; what goes on beyond is no list of one customer. */
const maxItems = 2_000;
const maxPages = 50;

/** @param schema of an item: what is not like it makes the whole list unreadable */
export function createListReader<Schema extends TSchema>(schema: Schema): ListReader<Static<Schema>> {
  return async (http, { fields, query, ...question }) => {
    const items: Static<Schema>[] = [];
    let at: number | null = null;
    for (let pages = 0; pages < maxPages; pages++) {
      const reply = await http.ask({
        ...question,
        query: {
          ...query,
          fields: fields.join(','),
          offset: String(items.length),
          limit: String(pageSize),
        },
      });
      if (reply.kind === 'noReply') return reply;
      if (reply.status !== 200 && reply.status !== 206) return turnedDown(reply);
      if (!Array.isArray(reply.body)) return unreadable;
      const page = reply.body.filter((item) => Check(schema, item));
      if (page.length < reply.body.length || items.length + page.length > maxItems) return unreadable;
      // A server that knows no pages gives the whole list each time.
      if (at !== null && isSame(page[0], items[0])) return { kind: 'list', items, at };
      items.push(...page);
      at ??= reply.at;
      if (page.length === 0 || !isMoreToCome(reply, page.length, items.length)) {
        return { kind: 'list', items, at };
      }
    }
    return unreadable;
  };
}

function isMoreToCome({ status, totalCount }: Reply, pageLength: number, count: number): boolean {
  if (totalCount !== null) return count < totalCount;
  return status === 206 || pageLength === pageSize;
}

function isSame(a: unknown, b: unknown): boolean {
  return idOf(a) !== null && idOf(a) === idOf(b);
}

function idOf(item: unknown): string | null {
  const isIdentified = typeof item === 'object' && item !== null && 'id' in item;
  return isIdentified && typeof item.id === 'string' ? item.id : null;
}

const unreadable: NoReply = {
  kind: 'noReply',
  failure: 'unreadable',
  retryAfterMs: null,
  mayHaveArrived: true,
};

function turnedDown({ status }: Reply): NoReply {
  return { kind: 'noReply', failure: failureOf(status), retryAfterMs: null, mayHaveArrived: true };
}

/** Of a question that got another status than it should. */
export function failureOf(status: number): LiveFailure {
  if (status === 403) return 'refused';
  return status === 404 ? 'notFound' : 'unreadable';
}
