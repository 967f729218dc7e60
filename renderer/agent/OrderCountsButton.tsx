import { CircleX, Clock, Hand, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OrderCounts } from '../../shared/ipc/commands/order';
import { KeyHint } from '../components/KeyHint';
import './OrderCountsButton.css';

const kinds: readonly {
  readonly kind: Exclude<keyof OrderCounts, 'lastRejected'>;
  readonly Icon: LucideIcon;
}[] = [
  { kind: 'rejected', Icon: CircleX },
  { kind: 'parked', Icon: Hand },
  { kind: 'underWay', Icon: Clock },
];

export interface OrderCountsButtonProps {
  /** `null`: not known yet. */
  readonly counts: OrderCounts | null;
  readonly onPress: () => void;
}

/** How many orders want a look, and the way to them; nothing when none does. */
export function OrderCountsButton({ counts, onPress }: OrderCountsButtonProps) {
  const { t } = useTranslation('orders');
  if (counts === null) return null;
  const told = kinds.filter(({ kind }) => counts[kind] > 0);
  if (told.length === 0) return null;
  const sentence = told.map(({ kind }) => t(`counts.${kind}`, { count: counts[kind] })).join(' · ');
  return (
    <button
      type="button"
      className="topBar-tool orderCountsButton"
      title={sentence}
      aria-label={sentence}
      onClick={onPress}
    >
      {told.map(({ kind, Icon }) => (
        <span key={kind} className="orderCountsButton-count">
          <Icon aria-hidden="true" />
          {counts[kind]}
        </span>
      ))}
      <KeyHint keys="F11" />
    </button>
  );
}
