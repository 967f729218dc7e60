import type { SyncState } from '../../../shared/ipc/syncStatus';
import type { FullCustomerView } from '../../../shared/view/customerView';
import { AsOf } from '../../components/AsOf';
import { SubjectPage, type SubjectPageProps } from './SubjectPage';

/** What every detail page is given. */
export interface PageProps {
  readonly view: FullCustomerView;
  readonly sync: SyncState | null;
}

export type DetailPageProps = PageProps & Omit<SubjectPageProps, 'asOf'>;

/** A page below the home page, with as of when its figures were true. */
export function DetailPage({ view, sync, ...subject }: DetailPageProps) {
  return <SubjectPage {...subject} asOf={<AsOf view={view} sync={sync} />} />;
}
