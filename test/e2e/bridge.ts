import type { Page } from '@playwright/test';
import type {} from '../../renderer/bridge';
import type {
  Answer,
  CommandName,
  CommandRequest,
  EventName,
  EventPayloads,
} from '../../shared/ipc/contract';

/** Calls a command the way the page does, past everything that is on the screen. */
export async function call<Name extends CommandName>(
  page: Page,
  command: Name,
  request: CommandRequest<Name>,
): Promise<Answer<Name>> {
  const answerJson = await page.evaluate(([name, requestJson]) => window.comptoir.invoke(name, requestJson), [
    command,
    JSON.stringify(request),
  ] as const);
  return JSON.parse(answerJson) as Answer<Name>;
}

declare global {
  interface Window {
    heard?: Record<string, string[]>;
  }
}

/** From now on keeps what the page is told by `event`; the function returned reads it. */
export async function listen<Name extends EventName>(
  page: Page,
  event: Name,
): Promise<() => Promise<readonly EventPayloads[Name][]>> {
  await page.evaluate((name) => {
    const payloads: string[] = [];
    window.heard = { ...window.heard, [name]: payloads };
    window.comptoir.on(name, (payloadJson) => payloads.push(payloadJson));
  }, event);
  return async () => {
    const payloads = await page.evaluate((name) => window.heard?.[name] ?? [], event);
    return payloads.map((payloadJson) => JSON.parse(payloadJson) as EventPayloads[Name]);
  };
}

/** How to poll what nearly every test waits for: by itself, the runner looks again only after up to a second. */
export const often = { intervals: [50] };
