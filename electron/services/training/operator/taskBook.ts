/** What was asked of the operator and takes a while: each under the id that the asking side gave it, done once. */
import { randomUUID } from 'node:crypto';

export type Outcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** A word that a program can tell apart. */
      readonly reason: string;
      /** For people. */
      readonly text: string;
    };

export interface Task<Request> {
  /** The operator's own. */
  readonly id: string;
  /** The asking side's id; `null`: it gave none. */
  readonly key: string | null;
  readonly request: Request;
  readonly receivedAtMs: number;
  /** `null`: not yet decided. */
  readonly end: { readonly outcome: Outcome; readonly atMs: number } | null;
}

export type TaskStage = 'received' | 'inProgress' | 'done' | 'refused';

export type Submission<Request> =
  /** New, or known from before with the same content. */
  | { readonly kind: 'task'; readonly task: Task<Request> }
  /** Something else has come under this key before. */
  | { readonly kind: 'conflict' };

export interface TaskBook<Request> {
  readonly submit: (key: string | null, request: Request) => Submission<Request>;
  readonly byId: (id: string) => Task<Request> | null;
  readonly byKey: (key: string) => Task<Request> | null;
  readonly stageOf: (task: Task<Request>) => TaskStage;
  /** Decides what is due by now, in the order in which it came. */
  readonly advance: () => void;
  readonly stop: () => void;
}

export interface TaskBookOptions<Request> {
  readonly now: () => number;
  /** From receipt to decision; 0: at once. */
  readonly takesMs: number;
  /** Called once for each task. */
  readonly perform: (request: Request, id: string) => Outcome;
}

/** A timer may fire a moment before the clock has got there. */
const timerSlackMs = 20;

export function createTaskBook<Request>(options: TaskBookOptions<Request>): TaskBook<Request> {
  const { now, takesMs, perform } = options;
  const tasks = new Map<string, Task<Request>>();
  const ids = new Map<string, string>();
  /** Ids of those that are not decided, as they came. */
  const open = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();

  const byKey = (key: string): Task<Request> | null => tasks.get(ids.get(key) ?? '') ?? null;

  const advance = (): void => {
    for (const id of open) {
      const task = tasks.get(id);
      if (task === undefined || now() - task.receivedAtMs < takesMs) continue;
      open.delete(id);
      tasks.set(id, { ...task, end: { outcome: perform(task.request, id), atMs: now() } });
    }
  };

  const advanceLater = (): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      advance();
    }, takesMs + timerSlackMs);
    timers.add(timer);
  };

  return {
    submit: (key, request) => {
      const known = key === null ? null : byKey(key);
      if (known !== null) {
        const same = JSON.stringify(known.request) === JSON.stringify(request);
        return same ? { kind: 'task', task: known } : { kind: 'conflict' };
      }
      const task: Task<Request> = { id: randomUUID(), key, request, receivedAtMs: now(), end: null };
      tasks.set(task.id, task);
      if (key !== null) ids.set(key, task.id);
      open.add(task.id);
      if (takesMs === 0) advance();
      else advanceLater();
      return { kind: 'task', task: tasks.get(task.id) ?? task };
    },
    byId: (id) => tasks.get(id) ?? null,
    byKey,
    stageOf: ({ end, receivedAtMs }) => {
      if (end !== null) return end.outcome.ok ? 'done' : 'refused';
      return now() - receivedAtMs < takesMs / 2 ? 'received' : 'inProgress';
    },
    advance,
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
