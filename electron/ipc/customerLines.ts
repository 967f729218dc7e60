import type { CustomerLines } from '../services/customerLines';
import type { Lookups } from '../services/lookups';
import type { StaffService } from '../services/staff';
import { asStaff } from './asStaff';
import type { Handlers } from './router';

export interface CustomerLinesSubject {
  readonly lines: CustomerLines;
  readonly staff: Pick<StaffService, 'member'>;
  readonly lookups: Pick<Lookups, 'admit'>;
}

/** Counts as looking a customer up: whoever does it very often waits. */
export function customerLinesHandlers({
  lines,
  staff,
  lookups,
}: CustomerLinesSubject): Pick<Handlers, 'customer:findLines'> {
  return {
    'customer:findLines': ({ customerId }) =>
      asStaff(staff, lookups, (login) => lines.find(customerId, `staff:${login}`)),
  };
}
