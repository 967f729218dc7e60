import { ArrowLeft, ChevronDown, ChevronUp, LogOut } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { useScrollSteps } from './scrollSteps';
import './FrameBottom.css';

export interface FrameBottomProps {
  /** What the page buttons move; they are shown only while there is more than fits. */
  readonly content: RefObject<HTMLElement | null>;
  readonly back: { readonly label: string; readonly onBack: () => void } | null;
  readonly onEnd: () => void;
  /** What can be done with the page as a whole. */
  readonly actions?: ReactNode;
}

/** The fixed bottom, within reach of a seated person: back, page down and up, finish. */
export function FrameBottom({ content, back, onEnd, actions }: FrameBottomProps) {
  const { t } = useTranslation('selfservice');
  const steps = useScrollSteps(content);
  return (
    <footer className="frameBottom">
      {actions && <div className="frameBottom-actions">{actions}</div>}
      <div className="frameBottom-start">
        {back !== null && (
          <Button kind="plain" onClick={back.onBack}>
            <ArrowLeft aria-hidden="true" />
            {back.label}
          </Button>
        )}
      </div>
      <div className="frameBottom-tail">
        {steps !== null && (
          <div className="frameBottom-steps" role="group" aria-label={t('frame.scroll')}>
            <Button kind="plain" aria-label={t('frame.up')} aria-disabled={steps.atTop} onClick={steps.up}>
              <ChevronUp aria-hidden="true" />
            </Button>
            <Button
              kind="plain"
              aria-label={t('frame.down')}
              aria-disabled={steps.atEnd}
              onClick={steps.down}
            >
              <ChevronDown aria-hidden="true" />
              {!steps.atEnd && <span>{t('frame.more')}</span>}
            </Button>
          </div>
        )}
        <Button kind="plain" className="frameBottom-end" onClick={onEnd}>
          <LogOut aria-hidden="true" />
          {t('frame.end')}
        </Button>
      </div>
    </footer>
  );
}
