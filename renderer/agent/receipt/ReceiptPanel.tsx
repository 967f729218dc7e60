import { FileDown, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerView } from '../../../shared/view/customerView';
import type { Receipt } from '../../../shared/view/receipt';
import { invoke } from '../../bridge';
import { Button } from '../../components/Button';
import { Ticket } from '../../components/Ticket';
import { usePrinting } from '../../printing';
import { useLanguage } from '../../strings/language';
import { useTurns } from '../../turns';
import { SidePanel } from '../SidePanel';
import { PrintText } from './PrintText';
import './ReceiptPanel.css';

export interface ReceiptPanelProps {
  readonly view: CustomerView;
  /** `null`: no printer is set. */
  readonly printerWidthMm: 58 | 80 | null;
  readonly onHide: () => void;
}

type SaveState =
  | { readonly kind: 'not' | 'saving' | 'folderLocked' | 'diskFull' | 'failed' }
  | { readonly kind: 'saved'; readonly folder: 'settings' | 'documents'; readonly fileName: string };

/** A receipt of what the page shows: looked at, printed, kept as a file. */
export function ReceiptPanel({ view, printerWidthMm, onHide }: ReceiptPanelProps) {
  const { t } = useTranslation(['receipt', 'common']);
  const { language } = useLanguage();
  const [receipt, setReceipt] = useState<Receipt | 'making' | 'failed'>('making');
  const [saved, setSaved] = useState<SaveState>({ kind: 'not' });
  const [order, setOrder] = useState<string | null>(null);
  const { state: printState, print, forget } = usePrinting();
  // One for each receipt: an answer is not told of another one.
  const turns = useTurns();
  const orders = view.restricted ? [] : view.orders;

  useEffect(() => {
    let stale = false;
    void invoke('receipt:make', { language, ...(order !== null && { order }) }).then((answer) => {
      if (stale) return;
      turns.next();
      setSaved({ kind: 'not' });
      forget();
      setReceipt(answer.ok ? answer.value : 'failed');
    });
    return () => {
      stale = true;
    };
  }, [language, order, forget, turns]);

  const made = typeof receipt === 'string' ? null : receipt;
  const save = (code: string): void => {
    setSaved({ kind: 'saving' });
    const isCurrent = turns.current();
    void invoke('receipt:save', { code }).then((answer) => {
      if (!isCurrent()) return;
      if (!answer.ok) setSaved({ kind: 'failed' });
      else if (answer.value.state === 'saved') setSaved({ kind: 'saved', ...answer.value });
      else setSaved({ kind: answer.value.state });
    });
  };

  return (
    <SidePanel
      title={t('panel.title')}
      explain={t('panel.explain')}
      hideLabel={t('panel.hide')}
      onHide={onHide}
    >
      {orders.length > 0 && (
        <label className="receiptPanel-of">
          <span>{t('panel.of')}</span>
          <select
            value={order ?? ''}
            onChange={({ target }) => setOrder(target.value === '' ? null : target.value)}
          >
            <option value="">{t('panel.ofPage')}</option>
            {orders.map(({ id, title, placedAt, stateText }) => (
              <option key={id} value={id}>
                {`${title} · ${placedAt.date} · ${stateText}`}
              </option>
            ))}
          </select>
        </label>
      )}
      {receipt === 'failed' && <p role="alert">{t('panel.failed')}</p>}
      {made !== null && (
        <>
          <div className="receiptPanel-actions">
            {printerWidthMm !== null && (
              <Button
                kind="main"
                autoFocus
                aria-disabled={printState === 'printing'}
                onClick={() => print(made.code)}
              >
                <Printer aria-hidden="true" />
                {t('panel.print')}
              </Button>
            )}
            <Button
              kind={printerWidthMm === null ? 'main' : 'plain'}
              autoFocus={printerWidthMm === null}
              aria-disabled={saved.kind === 'saving'}
              onClick={() => save(made.code)}
            >
              <FileDown aria-hidden="true" />
              {t('panel.save')}
            </Button>
          </div>
          <p className="receiptPanel-state" role="status">
            <PrintText state={printState} />
            <SaveText state={saved} />
            {printerWidthMm === null && saved.kind === 'not' && t('panel.noPrinter')}
          </p>
          <div className="receiptPanel-paper" role="group" aria-label={t('panel.preview')} tabIndex={0}>
            <Ticket ticket={made} widthMm={printerWidthMm ?? 80} />
          </div>
        </>
      )}
    </SidePanel>
  );
}

function SaveText({ state }: { readonly state: SaveState }) {
  const { t } = useTranslation('receipt');
  switch (state.kind) {
    case 'not':
      return null;
    case 'saved':
      return <span>{t(`save.saved.${state.folder}`, { fileName: state.fileName })}</span>;
    default:
      return <span>{t(`save.${state.kind}`)}</span>;
  }
}
