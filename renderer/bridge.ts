/** The renderer's one way to the main process: the only file that touches `window.comptoir`. */
import type {
  Answer,
  Bridge,
  CommandName,
  CommandRequest,
  EventName,
  EventPayloads,
} from '../shared/ipc/contract';

declare global {
  interface Window {
    readonly comptoir: Bridge;
  }
}

/** Calls a command. Expected failures come back as `{ ok: false }`; a rejection is a bug. */
export async function invoke<Name extends CommandName>(
  command: Name,
  request: CommandRequest<Name>,
): Promise<Answer<Name>> {
  // The main process is the trusted side and is typed by the same contract, so its answer is not checked again.
  return JSON.parse(await window.comptoir.invoke(command, JSON.stringify(request))) as Answer<Name>;
}

/** Listens to an event. Returns the function that stops listening. */
export function on<Name extends EventName>(
  event: Name,
  listener: (payload: EventPayloads[Name]) => void,
): () => void {
  return window.comptoir.on(event, (payloadJson) => {
    listener(JSON.parse(payloadJson) as EventPayloads[Name]);
  });
}
