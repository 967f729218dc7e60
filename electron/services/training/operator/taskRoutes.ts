/** The three requests by which a task is handed in, found again by the id that the asking side gave, and looked at. */
import type { Api, Reply, Route } from '../router';
import type { Task, TaskBook, TaskStage } from './taskBook';
import { badRequest, listReply, resourceReply, tmfError, type Resource } from './tmf';

export type ReadTask<Request> =
  | { readonly ok: true; readonly key: string | null; readonly request: Request }
  | { readonly ok: false; readonly reason: string };

export interface TaskInterface<Request> {
  readonly api: Api;
  readonly path: string;
  /** The field with the asking side's id. */
  readonly keyField: string;
  readonly book: TaskBook<Request>;
  readonly read: (body: string) => ReadTask<Request>;
  /** Why a new task is not even taken in; `null`: it is. One that was taken in before stays so. */
  readonly refusalOf: (request: Request) => Reply | null;
  readonly resourceOf: (task: Task<Request>, stage: TaskStage) => Resource;
}

export function taskRoutes<Request>(tasks: TaskInterface<Request>): readonly Route[] {
  const { api, path, keyField, book, read, refusalOf } = tasks;
  const resource = (task: Task<Request>): Resource => tasks.resourceOf(task, book.stageOf(task));
  return [
    {
      api,
      method: 'POST',
      path,
      answer: ({ body, query }) => {
        const asked = read(body);
        if (!asked.ok) return badRequest(asked.reason);
        const isKnown = asked.key !== null && book.byKey(asked.key) !== null;
        const refusal = isKnown ? null : refusalOf(asked.request);
        if (refusal !== null) return refusal;
        const submitted = book.submit(asked.key, asked.request);
        return submitted.kind === 'conflict'
          ? tmfError(409, 'CONFLICT', `Something else has come with this ${keyField}.`)
          : resourceReply(201, resource(submitted.task), query);
      },
    },
    {
      api,
      method: 'GET',
      path,
      answer: ({ query }) => {
        const key = query.get(keyField);
        if (key === null) return badRequest(`${keyField} must be given`);
        const task = book.byKey(key);
        return listReply(task === null ? [] : [resource(task)], query);
      },
    },
    {
      api,
      method: 'GET',
      path: `${path}/:id`,
      answer: ({ parameters, query }) => {
        const task = book.byId(parameters['id'] ?? '');
        return task === null
          ? tmfError(404, 'NOT_FOUND', 'There is no such thing.')
          : resourceReply(200, resource(task), query);
      },
    },
  ];
}
