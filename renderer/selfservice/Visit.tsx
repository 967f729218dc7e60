import { useEffect, useReducer, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mode } from '../../shared/domain/mode';
import type { AppDescription } from '../../shared/ipc/commands/app';
import type { SyncStatus } from '../../shared/ipc/syncStatus';
import { marketPack } from '../../shared/domain/market';
import { HiddenAmounts } from './hiddenAmounts';
import { useCustomerSession, type LineSwitch } from '../customerSession';
import { onDemand } from '../onDemand';
import { useComfort } from './comfort';
import { Identification } from './entry/Identification';
import { NumberEntry } from './entry/NumberEntry';
import { Welcome } from './entry/Welcome';
import { HelpScreen } from './help/HelpScreen';
import { FrameTop } from './frame/FrameTop';
import { TrainingBanner } from './frame/TrainingBanner';
import { useIdle } from './idle';
import { IdleWarning } from './IdleWarning';
import { ReachBar } from './frame/ReachBar';
import { ScreenShown, useScreenReading } from './speech/screenReading';
import { SpeechBar } from './speech/SpeechBar';
import { nextVisitState, visitStart } from './visitState';

const CustomerScreen = onDemand(async () => (await import('./customer/CustomerScreen')).CustomerScreen);

export interface VisitProps {
  readonly app: AppDescription;
  readonly sync: SyncStatus | null;
  /** The visit is over and everything of it is to be dropped. */
  readonly onEnd: () => void;
  readonly onSwitchMode: (mode: Mode) => void;
}

/** One visitor, from the first touch to "Terminer" or the idle reset. */
export function Visit({ app, sync, onEnd, onSwitchMode }: VisitProps) {
  const { t } = useTranslation('selfservice');
  const [{ entry, page, own }, dispatch] = useReducer(nextVisitState, visitStart);
  const session = useCustomerSession();
  const comfort = useComfort();
  const market = marketPack(app.market);

  const end = (): void => {
    session.close();
    onEnd();
  };
  const { reading, onScreen } = useScreenReading();
  const customer = session.state.kind === 'open' ? session.state.view : null;
  const atWelcome = customer === null && entry.name === 'welcome';
  const secondsLeft = useIdle(app.idle, reading.speaking, !atWelcome, end);

  // The welcome does without it; it is there before anybody has typed a number.
  useEffect(() => void CustomerScreen.load(), []);

  /** A number that could not be shown, or no longer can. */
  const putAway = (): void => {
    if (session.state.kind !== 'none') session.close();
  };

  const openDemoNumber = (msisdn: string): void => {
    dispatch({ type: 'type', typed: `+${msisdn}` });
    dispatch({ type: 'proven', own: msisdn });
    session.openDemo(msisdn);
  };

  const switchLine = async (msisdn: string): Promise<LineSwitch> => {
    const outcome = await session.switchLine(msisdn);
    if (outcome === 'shown') dispatch({ type: 'open', page: { name: 'home' } });
    return outcome;
  };

  return (
    <ScreenShown value={onScreen}>
      <HiddenAmounts value={comfort.amountsHidden}>
        {/* What a field holds goes to no clipboard, where the next visitor could find it. */}
        <div className="kiosk" onCopy={refuse} onCut={refuse}>
          <FrameTop
            shopName={app.shopName}
            market={market}
            comfort={comfort}
            reading={reading}
            hasAmounts={customer !== null}
          />
          {app.training && (
            <TrainingBanner
              demoNumbers={customer === null ? app.demoNumbers : null}
              demoPin={entry.name === 'proof' && customer === null ? (app.demoSecrets?.pin ?? null) : null}
              onChoose={openDemoNumber}
              onLeaveForCounter={atWelcome ? () => onSwitchMode('agent') : null}
            />
          )}
          {customer !== null ? (
            <CustomerScreen
              view={customer}
              page={page}
              market={market}
              sync={sync}
              hasPrinter={app.printerWidthMm !== null}
              ownLine={own}
              onLine={switchLine}
              onOpen={(next) => dispatch({ type: 'open', page: next })}
              onEnd={end}
            />
          ) : entry.name === 'number' || (entry.name === 'proof' && session.state.kind === 'removed') ? (
            <NumberEntry
              typed={entry.typed}
              session={session.state}
              market={market}
              onType={(typed) => {
                putAway();
                dispatch({ type: 'type', typed });
              }}
              onConfirm={() => {
                putAway();
                dispatch({ type: 'prove' });
              }}
              onLeave={end}
            />
          ) : entry.name === 'proof' ? (
            <Identification
              number={entry.typed}
              market={market}
              sync={sync}
              hasPrinter={app.printerWidthMm !== null}
              onOpened={(view) => {
                dispatch({ type: 'proven', own: view.msisdn });
                session.show(view);
              }}
              onCallOff={session.close}
              onBack={() => {
                session.close();
                dispatch({ type: 'type', typed: entry.typed });
              }}
              onLeave={end}
            />
          ) : entry.name === 'help' ? (
            <HelpScreen
              market={market}
              reader={{ kind: 'anybody', onStart: () => dispatch({ type: 'start' }) }}
              back={{ label: t('frame.home'), onBack: () => dispatch({ type: 'closeHelp' }) }}
              onEnd={end}
            />
          ) : (
            <Welcome
              market={market}
              sync={sync}
              engine={reading.engine}
              onStart={() => dispatch({ type: 'start' })}
              onHelp={() => dispatch({ type: 'readHelp' })}
            />
          )}
          {reading.on && <SpeechBar reading={reading} />}
          <ReachBar lowered={comfort.lowered} onToggle={comfort.toggleLowered} />
        </div>
        {secondsLeft !== null && !atWelcome && (
          <IdleWarning
            secondsLeft={secondsLeft}
            secondsGiven={app.idle.resetAfterSeconds - app.idle.warnAfterSeconds}
          />
        )}
      </HiddenAmounts>
    </ScreenShown>
  );
}

function refuse(event: SyntheticEvent): void {
  event.preventDefault();
}
