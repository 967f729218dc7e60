/** "Qui paie ?": one use at a time, asked again whenever the customer's figures change. */
import { useEffect, useState } from 'react';
import type { ErrorCode } from '../shared/ipc/contract';
import type { FullCustomerView } from '../shared/view/customerView';
import type { PayerUse } from '../shared/view/payerUse';
import type { PayerView } from '../shared/view/payerView';
import { invoke } from './bridge';

export type PayerAnswer =
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly payers: PayerView }
  | { readonly kind: 'failed'; readonly error: ErrorCode };

/** @param view the customer as shown: a new one means that the answer may be another. */
export function usePayerAnswer(use: PayerUse, view: FullCustomerView): PayerAnswer {
  const [answer, setAnswer] = useState<PayerAnswer>({ kind: 'asking' });

  useEffect(() => {
    let stale = false;
    void invoke('payer:ask', { use, language: view.language }).then((given) => {
      if (stale) return;
      setAnswer(
        given.ok ? { kind: 'answered', payers: given.value } : { kind: 'failed', error: given.error },
      );
    });
    return () => {
      stale = true;
    };
  }, [use, view]);

  return answer;
}
