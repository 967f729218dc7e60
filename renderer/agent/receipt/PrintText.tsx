import { useTranslation } from 'react-i18next';
import type { PrintState } from '../../printing';

/** What became of a ticket on its way to paper. */
export function PrintText({ state }: { readonly state: PrintState }) {
  const { t } = useTranslation('receipt');
  return state === 'not' ? null : <span>{t(`print.${state}`)}</span>;
}
