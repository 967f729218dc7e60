import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mode } from '../../../shared/domain/mode';
import { Button } from '../../components/Button';
import { usePrinting } from '../../printing';
import { useLanguage } from '../../strings/language';
import { PrintText } from '../receipt/PrintText';
import { Section } from '../Section';
import { playTestTone } from './testTone';

export interface PostTestsProps {
  readonly training: boolean;
  readonly onSwitchMode: (mode: Mode) => void;
}

/** Whether the post has a voice and paper, and in training how the other face looks. */
export function PostTests({ training, onSwitchMode }: PostTestsProps) {
  const { t } = useTranslation('supervision');
  const { language } = useLanguage();
  const { state: printState, printTest } = usePrinting();
  const [soundPlayed, setSoundPlayed] = useState(false);
  return (
    <Section title={t('post.tests.title')}>
      <div className="supervision-tests">
        <Button
          kind="plain"
          onClick={() => {
            playTestTone();
            setSoundPlayed(true);
          }}
        >
          {t('post.tests.sound')}
        </Button>
        {/* Not disabled meanwhile, which would lose the focus. */}
        <Button kind="plain" aria-disabled={printState === 'printing'} onClick={() => printTest(language)}>
          {t('post.tests.print')}
        </Button>
        {training && (
          <Button kind="plain" onClick={() => onSwitchMode('selfservice')}>
            {t('post.tests.mode')}
          </Button>
        )}
      </div>
      <p role="status" className="section-said">
        {soundPlayed && t('post.tests.soundPlayed')}
      </p>
      <p role="status" className="section-said">
        <PrintText state={printState} />
      </p>
      {!training && <p className="section-said">{t('post.tests.modeFixed')}</p>}
    </Section>
  );
}
