import type { SyncStatus } from '../../shared/ipc/syncStatus';
import type { Handlers } from './router';

export function syncHandlers(status: () => SyncStatus): Pick<Handlers, 'sync:status'> {
  return { 'sync:status': () => ({ ok: true, value: status() }) };
}
