/** Whether the log is as it was written, as far as has been asked. */
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../shared/ipc/contract';
import './supervision.css';

export type Verification = 'none' | 'verifying' | Answer<'audit:verify'>;

export function AuditVerification({ verification }: { readonly verification: Verification }) {
  const { t } = useTranslation(['supervision', 'common']);
  const words = (): string => {
    if (verification === 'none') return '';
    if (verification === 'verifying') return t('audit.verifying');
    if (!verification.ok) return t(`common:errors.${verification.error}.title`);
    const { ok, entries, firstBad, anchored } = verification.value;
    if (!ok) return t('audit.broken', { number: firstBad ?? 1 });
    const witness = anchored === null ? t('audit.notAnchored') : t('audit.anchored', { count: anchored });
    return `${t('audit.sound', { count: entries })} ${witness}`;
  };
  return (
    <p role="status" className="supervision-note">
      {words()}
    </p>
  );
}
