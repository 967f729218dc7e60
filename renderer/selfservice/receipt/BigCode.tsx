import { useTranslation } from 'react-i18next';
import { QrCode } from '../../components/QrCode';
import './BigCode.css';

export interface BigCodeProps {
  /** In groups. */
  readonly code: string;
  readonly label: string;
  /** A long one. */
  readonly small?: boolean;
}

/** A code to be scanned, photographed or read out, as large as the screen allows. */
export function BigCode({ code, label, small = false }: BigCodeProps) {
  const { t } = useTranslation('receipt');
  return (
    <section className={small ? 'bigCode bigCode-small' : 'bigCode'} aria-label={label}>
      <QrCode code={code.replaceAll('-', '')} label={t('ticket.qr', { code })} />
      <p className="bigCode-text">
        {code.split('-').map((group, place) => (
          <span key={place}>{group}</span>
        ))}
      </p>
    </section>
  );
}
