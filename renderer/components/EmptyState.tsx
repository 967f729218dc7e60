import type { LucideIcon } from 'lucide-react';
import './MessageState.css';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What can be done about it. */
  readonly advice?: string;
}

/** Nothing here, said as such, with what to do. */
export function EmptyState({ icon: Icon, title, advice }: EmptyStateProps) {
  return (
    <div className="messageState">
      <Icon className="messageState-icon" aria-hidden="true" strokeWidth={1.5} />
      <p className="messageState-title">{title}</p>
      {advice !== undefined && <p className="messageState-advice">{advice}</p>}
    </div>
  );
}
