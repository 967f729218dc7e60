import { Compile } from 'typebox/compile';
import {
  requestSchemas,
  type Answer,
  type CommandName,
  type CommandRequest,
  type ErrorCode,
} from '../../shared/ipc/contract';

export type Handler<Name extends CommandName> = (
  request: CommandRequest<Name>,
) => Answer<Name> | Promise<Answer<Name>>;

export type Handlers = { readonly [Name in CommandName]: Handler<Name> };

export interface RouterOptions {
  readonly handlers: Handlers;
  /** Why the caller's session may not give this command at this moment; `null` when it may. */
  readonly refusalOf: (command: CommandName) => ErrorCode | null;
  /** Told once of each bug that a handler throws. */
  readonly reportBug: (command: CommandName, problem: unknown) => void;
}

/** No request of the contract comes near it. */
const maxRequestLength = 4_096;

/**
 * Takes whatever came over the channel and answers it with an `Answer` as text: shape first, then permission, then
 * the handler. Never rejects.
 */
export function createRouter(
  options: RouterOptions,
): (command: unknown, requestJson: unknown) => Promise<string> {
  const routes = createRoutes(options);
  return async (command, requestJson) => {
    if (!isCommand(command) || typeof requestJson !== 'string' || requestJson.length > maxRequestLength) {
      return refuse('BAD_REQUEST');
    }
    const request = parseJson(requestJson);
    return request.ok ? JSON.stringify(await routes[command](request.value)) : refuse('BAD_REQUEST');
  };
}

/** The answer to a call that gets no further. */
export function refuse(error: ErrorCode): string {
  return JSON.stringify({ ok: false, error });
}

type Route = (request: unknown) => Promise<Answer<CommandName>>;

function createRoutes({
  handlers,
  refusalOf,
  reportBug,
}: RouterOptions): Readonly<Record<CommandName, Route>> {
  const route = <Name extends CommandName>(name: Name, handle: Handler<Name>): Route => {
    const schema = Compile(requestSchemas[name]);
    return async (request) => {
      if (!schema.Check(request)) {
        return { ok: false, error: 'BAD_REQUEST' };
      }
      try {
        const refusal = refusalOf(name);
        return refusal === null ? await handle(request) : { ok: false, error: refusal };
      } catch (problem) {
        reportBug(name, problem);
        return { ok: false, error: 'INTERNAL' };
      }
    };
  };
  return {
    'app:describe': route('app:describe', handlers['app:describe']),
    'app:startProblem': route('app:startProblem', handlers['app:startProblem']),
    'app:switchMode': route('app:switchMode', handlers['app:switchMode']),
    'sync:status': route('sync:status', handlers['sync:status']),
    'customer:open': route('customer:open', handlers['customer:open']),
    'customer:render': route('customer:render', handlers['customer:render']),
    'customer:close': route('customer:close', handlers['customer:close']),
    'payer:ask': route('payer:ask', handlers['payer:ask']),
    'ussd:dial': route('ussd:dial', handlers['ussd:dial']),
  };
}

function isCommand(command: unknown): command is CommandName {
  return typeof command === 'string' && Object.hasOwn(requestSchemas, command);
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
