import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SyncState } from '../../../shared/ipc/syncStatus';
import type { FullCustomerView } from '../../../shared/view/customerView';
import { AsOf } from '../../components/AsOf';
import { ScreenTitle } from '../frame/ScreenTitle';
import './DetailPage.css';

/** What every detail page is given. */
export interface PageProps {
  readonly view: FullCustomerView;
  readonly sync: SyncState | null;
}

export interface DetailPageProps extends PageProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What the page is about, in one line. */
  readonly lead?: string;
  /** The figures that sum the page up. */
  readonly sum?: ReactNode;
  readonly children: ReactNode;
}

/** A page below the home page: what it is about and as of when, then what it holds; side by side in landscape. */
export function DetailPage({ view, sync, icon: Icon, title, lead, sum, children }: DetailPageProps) {
  return (
    <div className="detailPage">
      <header className="detailPage-head">
        <span className="detailPage-icon" aria-hidden="true">
          <Icon strokeWidth={1.5} />
        </span>
        <div className="detailPage-words">
          <ScreenTitle>{title}</ScreenTitle>
          {lead !== undefined && <p className="detailPage-lead">{lead}</p>}
          <AsOf view={view} sync={sync} />
        </div>
        {sum !== undefined && <div className="detailPage-sum">{sum}</div>}
      </header>
      <div className="detailPage-body">{children}</div>
    </div>
  );
}
