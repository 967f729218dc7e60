import type { Maintenance } from '../services/maintenance';
import type { Handlers } from './router';

/** @param quit ends the program once the answer has left */
export function maintenanceHandlers(
  maintenance: Maintenance,
  quit: () => void,
): Pick<Handlers, 'maintenance:state' | 'maintenance:enter' | 'maintenance:end' | 'maintenance:quit'> {
  return {
    'maintenance:state': () => ({ ok: true, value: maintenance.state() }),
    'maintenance:enter': async ({ login, password }) => ({
      ok: true,
      value: await maintenance.enter(login, password),
    }),
    async 'maintenance:end'() {
      await maintenance.end('staff');
      return { ok: true, value: maintenance.state() };
    },
    async 'maintenance:quit'() {
      await maintenance.end('staff');
      setImmediate(quit);
      return { ok: true, value: null };
    },
  };
}
