import { useTranslation } from 'react-i18next';
import { KeyHint } from '../components/KeyHint';

const marks: Readonly<Record<string, string>> = {
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Shift: '⇧',
};

/** A chord as the caps that are pressed together. */
export function KeyCaps({ chord }: { readonly chord: string }) {
  const { t } = useTranslation('agent');
  return chord
    .split(' ')
    .map((key) => <KeyHint key={key} keys={key === 'Escape' ? t('keys.escapeCap') : (marks[key] ?? key)} />);
}
