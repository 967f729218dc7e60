import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../../shared/ipc/contract';
import type { ExportedFile } from '../../../shared/ipc/commands/audit';

export type ExportOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'written'; readonly file: ExportedFile }
  | { readonly kind: 'failed'; readonly error: ErrorCode };

/** Where the file lies, or why there is none. */
export function ExportedNote({ outcome }: { readonly outcome: ExportOutcome }) {
  const { t } = useTranslation(['supervision', 'common']);
  return (
    <p role="status" className="supervision-note">
      {outcome.kind === 'written' && (
        <>
          <strong>{t('exported', { file: outcome.file.file })}</strong>{' '}
          <span>{t('exportedWhere', { folder: outcome.file.folder })}</span>
        </>
      )}
      {outcome.kind === 'failed' &&
        `${t(`common:errors.${outcome.error}.title`)}. ${t(`common:errors.${outcome.error}.advice`)}`}
    </p>
  );
}
