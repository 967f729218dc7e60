import type { Actor } from '../../shared/domain/order';
import type { PostStatusService } from '../services/postStatus';
import type { Handlers } from './router';

/** @param by whoever is at the counter */
export function statusHandlers(
  status: PostStatusService,
  by: () => Actor,
): Pick<Handlers, 'status:read' | 'status:checkIntegrity' | 'status:export'> {
  return {
    'status:read': async () => ({ ok: true, value: await status.read() }),
    'status:checkIntegrity': async () => ({ ok: true, value: await status.checkIntegrity() }),
    'status:export': () => status.export(by()),
  };
}
