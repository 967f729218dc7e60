import {
  CircleCheck,
  CircleSlash,
  CircleX,
  Clock,
  Hand,
  LoaderCircle,
  Send,
  type LucideIcon,
} from 'lucide-react';
import type { OrderState } from '../../shared/domain/order';
import './OrderStateMark.css';

const icons: Readonly<Record<OrderState, LucideIcon>> = {
  queued: Clock,
  sending: Send,
  accepted: LoaderCircle,
  completed: CircleCheck,
  rejected: CircleX,
  cancelled: CircleSlash,
  parked: Hand,
};

/** Where an order stands: a sign and a word, so that no colour has to say it. */
export function OrderStateMark({ state, text }: { readonly state: OrderState; readonly text: string }) {
  const Icon = icons[state];
  return (
    <span className={`orderStateMark orderStateMark-${state}`}>
      <Icon aria-hidden="true" />
      {text}
    </span>
  );
}
