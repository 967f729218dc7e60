import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SyncState } from '../../../shared/ipc/syncStatus';
import type { FullCustomerView } from '../../../shared/view/customerView';
import { AsOf } from '../../components/AsOf';
import { ScreenTitle } from '../frame/ScreenTitle';
import './PageHead.css';

/** What every detail page is given. */
export interface PageProps {
  readonly view: FullCustomerView;
  readonly sync: SyncState | null;
}

export interface PageHeadProps extends PageProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What the page is about, in one line. */
  readonly lead?: string;
  /** The figures that sum the page up. */
  readonly children?: ReactNode;
}

export function PageHead({ view, sync, icon: Icon, title, lead, children }: PageHeadProps) {
  return (
    <header className="pageHead">
      <span className="pageHead-icon" aria-hidden="true">
        <Icon strokeWidth={1.5} />
      </span>
      <div className="pageHead-words">
        <ScreenTitle>{title}</ScreenTitle>
        {lead !== undefined && <p className="pageHead-lead">{lead}</p>}
        <AsOf asOf={view.asOf} source={view.source} sync={sync} />
      </div>
      {children !== undefined && <div className="pageHead-sum">{children}</div>}
    </header>
  );
}
