import type { Language } from '../../shared/domain/language';
import type { Actor } from '../../shared/domain/order';
import type { PrintOutcome } from '../../shared/ipc/commands/receipt';
import type { PostStatusService } from '../services/postStatus';
import type { Handlers } from './router';

/**
 * @param by whoever is at the counter
 * @param printEmpty a ticket that carries nothing of anybody
 */
export function statusHandlers(
  status: PostStatusService,
  by: () => Actor,
  printEmpty: (language: Language) => Promise<PrintOutcome>,
): Pick<Handlers, 'status:read' | 'status:checkIntegrity' | 'status:export' | 'status:printTest'> {
  return {
    'status:read': async () => ({ ok: true, value: await status.read() }),
    'status:checkIntegrity': async () => ({ ok: true, value: await status.checkIntegrity() }),
    'status:export': () => status.export(by()),
    'status:printTest': async ({ language }) => ({ ok: true, value: await printEmpty(language) }),
  };
}
