import { useEffect, useState } from 'react';
import type { RecentCustomer } from '../../shared/ipc/commands/customer';
import { invoke } from '../bridge';

/**
 * Whom this session has opened, the latest first; none until they are known.
 *
 * @param isAtStart whether they are shown: asked for once each time
 * @param reopen for whoever was open when the counter was locked
 */
export function useRecentCustomers(
  isAtStart: boolean,
  reopen: (customer: RecentCustomer) => void,
): readonly RecentCustomer[] {
  const [customers, setCustomers] = useState<readonly RecentCustomer[]>([]);
  useEffect(() => {
    if (!isAtStart) return;
    let isLate = false;
    void invoke('customer:recent', {}).then((answer) => {
      if (isLate || !answer.ok) return;
      const { customers: all, interrupted } = answer.value;
      setCustomers(all);
      const left = all.find(({ handle }) => handle === interrupted);
      if (left !== undefined) reopen(left);
    });
    return () => {
      isLate = true;
      setCustomers([]);
    };
  }, [isAtStart, reopen]);
  return customers;
}
