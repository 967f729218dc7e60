import { ChevronRight } from 'lucide-react';
import './Fold.css';

export interface FoldProps {
  readonly label: string;
  readonly unfolded: boolean;
  readonly onToggle: (unfolded: boolean) => void;
}

/** The line that folds and unfolds what follows it. */
export function Fold({ label, unfolded, onToggle }: FoldProps) {
  return (
    <button type="button" className="fold" aria-expanded={unfolded} onClick={() => onToggle(!unfolded)}>
      <ChevronRight className="fold-arrow" aria-hidden="true" />
      {label}
    </button>
  );
}
