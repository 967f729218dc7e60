/** "Qui paie ?": one use at a time, with or without an amount, asked again whenever the customer's figures change. */
import { useEffect, useState } from 'react';
import type { ErrorCode } from '../shared/ipc/contract';
import type { FullCustomerView } from '../shared/view/customerView';
import { payerUses, unitOfUse, type PayerUse } from '../shared/view/payerUse';
import type { PayerView } from '../shared/view/payerView';
import { invoke } from './bridge';

export type PayerAnswer =
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly payers: PayerView }
  | { readonly kind: 'failed'; readonly error: ErrorCode };

export interface PayerQuestion {
  readonly use: PayerUse;
  /** How much of it, in its unit; `null`: no amount in particular. */
  readonly due: number | null;
  readonly answer: PayerAnswer;
  /** Keeps the amount as long as it is of the same unit. */
  readonly setUse: (use: PayerUse) => void;
  readonly setDue: (due: number | null) => void;
}

/** @param view the customer as shown: a new one means that the answer may be another. */
export function usePayerQuestion(view: FullCustomerView): PayerQuestion {
  const [use, setUse] = useState<PayerUse>(payerUses[0]);
  const [due, setDue] = useState<number | null>(null);
  const [answer, setAnswer] = useState<PayerAnswer>({ kind: 'asking' });

  useEffect(() => {
    let stale = false;
    void invoke('payer:ask', { use, ...(due !== null && { due }), language: view.language }).then((given) => {
      if (stale) return;
      setAnswer(
        given.ok ? { kind: 'answered', payers: given.value } : { kind: 'failed', error: given.error },
      );
    });
    return () => {
      stale = true;
    };
  }, [use, due, view]);

  return {
    use,
    due,
    answer,
    setUse(next) {
      if (unitOfUse(next) !== unitOfUse(use)) setDue(null);
      setUse(next);
    },
    setDue,
  };
}
