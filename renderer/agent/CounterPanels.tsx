/** What lies in front of the page or beside it: panels of the open customer, the shop's orders, keys, palette. */
import type { MarketPack } from '../../shared/domain/market';
import type { AppDescription } from '../../shared/ipc/commands/app';
import type { CustomerView } from '../../shared/view/customerView';
import { onDemand } from '../onDemand';
import type { Resumed } from './access/keptPlace';
import { PresenceDialog } from './access/PresenceDialog';
import type { AgentAction } from './actions';
import { CommandPalette } from './CommandPalette';
import { KeysHelp } from './KeysHelp';
import { OrderPanel } from './OrderPanel';
import { OrdersPanel } from './OrdersPanel';
import { focusPlace, pagePlaces } from './pagePlaces';
import { paletteEntries } from './paletteEntries';
import { PayerPanel } from './PayerPanel';
import { isOrderSubject, type Shown } from './shown';
import { UssdPanel } from './UssdPanel';

const ReceiptPanel = onDemand(async () => (await import('./receipt/ReceiptPanel')).ReceiptPanel);

export interface CounterPanelsProps {
  readonly app: AppDescription;
  readonly market: MarketPack;
  readonly shown: Shown;
  /** `null`: nobody is open. */
  readonly view: CustomerView | null;
  readonly actions: readonly AgentAction[];
  /** The customer has shown that they are there. */
  readonly onPresent: () => void;
  /** Of an order that was left when the counter was locked. */
  readonly resumed: Resumed;
  /** Once the palette is away. */
  readonly onChosen: (act: () => void) => void;
  readonly onHide: () => void;
}

export function CounterPanels({
  market,
  shown,
  view,
  actions,
  onChosen,
  onHide,
  ...rest
}: CounterPanelsProps) {
  return (
    <>
      {view !== null && <CustomerPanel {...rest} market={market} shown={shown} view={view} onHide={onHide} />}
      {shown === 'orders' && <OrdersPanel onHide={onHide} />}
      {shown === 'keys' && <KeysHelp actions={actions} onHide={onHide} />}
      {shown === 'palette' && (
        <CommandPalette
          entries={paletteEntries(actions, view === null ? [] : pagePlaces(view, market), ({ anchor }) =>
            focusPlace(anchor),
          )}
          onHide={onHide}
          onChoose={({ act }) => onChosen(act)}
        />
      )}
    </>
  );
}

interface CustomerPanelProps extends Pick<
  CounterPanelsProps,
  'app' | 'market' | 'shown' | 'resumed' | 'onPresent' | 'onHide'
> {
  readonly view: CustomerView;
}

/** Of another customer it is another panel: nothing of the one before stays in it. */
function CustomerPanel({ app, market, shown, view, resumed, onPresent, onHide }: CustomerPanelProps) {
  const key = view.msisdn;
  if (shown === 'ussd') return <UssdPanel key={key} market={market} onHide={onHide} />;
  if (shown === 'presence') {
    return (
      <PresenceDialog
        key={key}
        number={view.msisdnText}
        onConfirmed={() => {
          onPresent();
          onHide();
        }}
        onHide={onHide}
      />
    );
  }
  if (shown === 'receipt') {
    return <ReceiptPanel key={key} view={view} printerWidthMm={app.printerWidthMm} onHide={onHide} />;
  }
  if (view.restricted) return null;
  if (shown === 'payer') return <PayerPanel key={key} view={view} market={market} onHide={onHide} />;
  if (!isOrderSubject(shown)) return null;
  return (
    <OrderPanel
      key={`${key} ${shown}`}
      {...{ subject: shown, view, market, draft: resumed.draft }}
      onDraft={resumed.keepDraft}
      onHide={onHide}
    />
  );
}
