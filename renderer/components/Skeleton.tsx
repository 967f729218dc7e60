import { useTranslation } from 'react-i18next';
import './Skeleton.css';

/** Grey bars in the shape of what is coming; seen only when it takes longer than 150 ms. */
export function Skeleton({ rows, className }: { readonly rows: number; readonly className?: string }) {
  const { t } = useTranslation();
  return (
    <div className={`skeleton ${className ?? ''}`} role="status">
      <span className="forListeners">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="skeleton-row" aria-hidden="true" />
      ))}
    </div>
  );
}
