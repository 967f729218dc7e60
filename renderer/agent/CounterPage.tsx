/** What is found, or where a search begins. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../shared/domain/market';
import type { AppDescription } from '../../shared/ipc/commands/app';
import type { SyncStatus } from '../../shared/ipc/syncStatus';
import { ErrorState } from '../components/ErrorState';
import type { CustomerState } from '../customerSession';
import { CustomerPresent } from './access/customerPresent';
import type { AgentAction } from './actions';
import type { CounterCustomer } from './counterCustomer';
import { CustomerPage } from './CustomerPage';
import { CustomerSkeleton } from './CustomerSkeleton';
import { FoundLines } from './FoundLines';
import { RecentCustomers } from './RecentCustomers';
import { ArrivalNote } from './receipt/Arrival';
import { CodeAnswer } from './receipt/CodeAnswer';
import { RestrictedPage } from './RestrictedPage';
import { StartScreen, type StartMessage } from './StartScreen';

export interface CounterPageProps {
  readonly app: AppDescription;
  readonly market: MarketPack;
  readonly sync: SyncStatus | null;
  readonly customer: CounterCustomer;
  readonly actions: readonly AgentAction[];
  /** `null`: not in training, or somebody is being shown around already. */
  readonly onTour: (() => void) | null;
  /** The focus is to go to the customers of the session. */
  readonly isRecentWanted: boolean;
  readonly onRecentReached: () => void;
}

export function CounterPage({ app, market, sync, customer, actions, onTour, ...recents }: CounterPageProps) {
  const { t } = useTranslation();
  const { state, view, codes, isAboutNumber, isAtStart, openNumber, recent } = customer;
  const shown = { market, sync: sync?.state ?? null };
  // Not what stands in the search box: that is another's number as soon as one is chosen.
  const unreadable = state.kind === 'failed' && state.error === 'BAD_MSISDN' ? state : null;
  return (
    <>
      {state.kind === 'opening' && <CustomerSkeleton />}
      {state.kind === 'failed' && !isAboutNumber && (
        <div className="agentFace-failure">
          <ErrorState
            title={t(`errors.${state.error}.title`)}
            advice={t(`errors.${state.error}.advice`)}
            action={{ label: t('retry'), onAct: state.retry }}
          />
        </div>
      )}
      {codes.answer !== null && <CodeAnswer answer={codes.answer} />}
      {isAtStart && (
        <FoundOrStart failed={unreadable} onOpen={openNumber}>
          <StartScreen
            app={app}
            market={market}
            sync={sync}
            message={startMessageOf(customer)}
            actions={actions}
            onOpen={openNumber}
            onTour={onTour}
            recent={
              recent.length > 0 && (
                <RecentCustomers
                  customers={recent}
                  market={market}
                  isWanted={recents.isRecentWanted}
                  onReached={recents.onRecentReached}
                  onReopen={customer.reopen}
                />
              )
            }
          />
        </FoundOrStart>
      )}
      {view !== null && codes.arrivedAt !== null && <ArrivalNote section={codes.arrivedAt} />}
      <CustomerPresent value={customer.isPresent}>
        {view !== null &&
          (view.restricted ? (
            <RestrictedPage key={view.msisdn} view={view} {...shown} />
          ) : (
            <CustomerPage key={view.msisdn} view={view} {...shown} onOpenLine={openNumber} />
          ))}
      </CustomerPresent>
    </>
  );
}

function startMessageOf({ state }: CounterCustomer): StartMessage {
  if (state.kind === 'failed' && state.error === 'BAD_MSISDN' && /\p{L}/u.test(state.query ?? '')) {
    return 'UNKNOWN_ID';
  }
  if (state.kind === 'failed' && (state.error === 'BAD_MSISDN' || state.error === 'NOT_FOUND')) {
    return state.error;
  }
  return state.kind === 'removed' ? 'REMOVED' : 'WELCOME';
}

interface FoundOrStartProps {
  /** What was typed and is no number; `null`: a number, or nothing. */
  readonly failed: Extract<CustomerState, { kind: 'failed' }> | null;
  readonly onOpen: (number: string) => void;
  readonly children: ReactNode;
}

function FoundOrStart({ failed, onOpen, children }: FoundOrStartProps) {
  if (typeof failed?.query !== 'string') return children;
  return (
    <FoundLines query={failed.query} asked={failed} onRetry={failed.retry} onOpen={onOpen}>
      {children}
    </FoundLines>
  );
}
