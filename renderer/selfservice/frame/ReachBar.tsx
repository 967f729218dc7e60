import { PanelBottomClose, PanelTopClose } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import './ReachBar.css';

export interface ReachBarProps {
  readonly lowered: boolean;
  readonly onToggle: () => void;
}

/**
 * On a tall screen, at its very bottom: brings everything that can be touched down to where a seated person reaches.
 * It is the one control that has to be there already.
 */
export function ReachBar({ lowered, onToggle }: ReachBarProps) {
  const { t } = useTranslation('speech');
  const Icon = lowered ? PanelTopClose : PanelBottomClose;
  return (
    <button type="button" className="reachBar" aria-pressed={lowered} onClick={onToggle}>
      <Icon aria-hidden="true" />
      {t(lowered ? 'raise' : 'lower')}
    </button>
  );
}
