import { Skeleton } from '../components/Skeleton';
import './CustomerPage.css';
import './CustomerSkeleton.css';

/** The customer page while it is slow to come: the same columns, grey. */
export function CustomerSkeleton() {
  return (
    <div className="customerSkeleton">
      <div className="customerSkeleton-strip">
        <Skeleton rows={1} />
      </div>
      <div className="customerPage-columns">
        <Skeleton rows={8} className="customerPage-now" />
        <Skeleton rows={14} className="customerPage-bonus" />
        <Skeleton rows={11} className="customerPage-usage" />
      </div>
    </div>
  );
}
