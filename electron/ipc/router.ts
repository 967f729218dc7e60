import { Check } from 'typebox/value';
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
  /** A program that could not start has few; every other command answers that it has not started. */
  readonly handlers: Partial<Handlers>;
  /** Why the caller's session may not give this command at this moment; `null` when it may. */
  readonly refusalOf: (command: CommandName) => ErrorCode | null;
  /** The code for what a handler may throw without being mistaken, as when the disk is full; `null` for a bug. */
  readonly codeOf?: (problem: unknown) => ErrorCode | null;
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
    const route = routes.get(command);
    return request.ok && route !== undefined
      ? JSON.stringify(await route(request.value))
      : refuse('BAD_REQUEST');
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
  codeOf = () => null,
  reportBug,
}: RouterOptions): ReadonlyMap<CommandName, Route> {
  // Generic for the handler's sake: of one name, handler and schema fit each other; of all names together they would not.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  const routeOf = <Name extends CommandName>(name: Name): Route => {
    const handle: Handler<Name> | undefined = handlers[name];
    return async (request) => {
      if (!Check(requestSchemas[name], request)) {
        return { ok: false, error: 'BAD_REQUEST' };
      }
      try {
        const refusal = refusalOf(name);
        if (refusal !== null) return { ok: false, error: refusal };
        return handle === undefined ? { ok: false, error: 'NOT_STARTED' } : await handle(request);
      } catch (problem) {
        const code = codeOf(problem);
        if (code !== null) return { ok: false, error: code };
        reportBug(name, problem);
        return { ok: false, error: 'INTERNAL' };
      }
    };
  };
  return new Map(commandNames.map((name) => [name, routeOf(name)]));
}

function isCommand(command: unknown): command is CommandName {
  return typeof command === 'string' && Object.hasOwn(requestSchemas, command);
}

const commandNames: readonly CommandName[] = Object.keys(requestSchemas).filter(isCommand);

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
