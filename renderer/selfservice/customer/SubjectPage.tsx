import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { ScreenTitle } from '../frame/ScreenTitle';
import './DetailPage.css';

export interface SubjectPageProps {
  readonly icon: LucideIcon;
  readonly title: ReactNode;
  /** What the page is about, in one line. */
  readonly lead?: string;
  /** As of when, where the page has figures. */
  readonly asOf?: ReactNode;
  /** The figures that sum the page up. */
  readonly sum?: ReactNode;
  readonly children: ReactNode;
}

/** A page that is about one thing: what it is, then what it holds; side by side in landscape. */
export function SubjectPage({ icon: Icon, title, lead, asOf, sum, children }: SubjectPageProps) {
  return (
    <div className="detailPage">
      <header className="detailPage-head">
        <span className="detailPage-icon" aria-hidden="true">
          <Icon strokeWidth={1.5} />
        </span>
        <div className="detailPage-words">
          <ScreenTitle>{title}</ScreenTitle>
          {lead !== undefined && <p className="detailPage-lead">{lead}</p>}
          {asOf}
        </div>
        {sum !== undefined && <div className="detailPage-sum">{sum}</div>}
      </header>
      <div className="detailPage-body">{children}</div>
    </div>
  );
}
