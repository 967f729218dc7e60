import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../shared/ipc/contract';
import { invoke } from '../../bridge';
import { Button } from '../../components/Button';

type Check = 'none' | 'checking' | Answer<'status:checkIntegrity'>;

/** Reads the whole cache against its seals when asked to. */
export function Integrity() {
  const { t } = useTranslation(['supervision', 'common']);
  const [check, setCheck] = useState<Check>('none');
  const words = (): string => {
    if (check === 'none') return '';
    if (check === 'checking') return t('post.cache.checking');
    if (!check.ok) return t(`common:errors.${check.error}.title`);
    const { problems, seconds } = check.value;
    return problems === 0
      ? t('post.cache.sound', { seconds })
      : t('post.cache.problems', { count: problems });
  };
  return (
    <div className="supervision-check">
      <Button
        kind="plain"
        aria-disabled={check === 'checking'}
        onClick={() => {
          setCheck('checking');
          void invoke('status:checkIntegrity', {}).then(setCheck);
        }}
      >
        {t('post.cache.check')}
      </Button>
      <p role="status">{words()}</p>
    </div>
  );
}
