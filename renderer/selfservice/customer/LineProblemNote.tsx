import { Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProblemRead } from '../speech/screenReading';
import type { LineProblem } from './lineSwitch';
import './LineProblemNote.css';

/** Why another line was not shown; silent until there is something to say. */
export function LineProblemNote({ problem }: { readonly problem: LineProblem | null }) {
  const { t } = useTranslation('selfservice');
  useProblemRead(problem);
  return (
    <div role="alert">
      {problem !== null && (
        <p className="lineProblemNote">
          <Info aria-hidden="true" />
          <span>
            <strong>{t(`contracts.problems.${problem}.title`)}</strong>{' '}
            {t(`contracts.problems.${problem}.advice`)}
          </span>
        </p>
      )}
    </div>
  );
}
