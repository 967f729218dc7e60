import { useTranslation } from 'react-i18next';
import type { StartProblem } from '../../shared/ipc/commands/app';
import { ErrorState } from './ErrorState';
import { StandInPage } from './StandInPage';
import './StartProblemPage.css';

/** A device that is not set up has a page of its own. */
export type ShownProblem = Exclude<StartProblem, { readonly code: 'NOT_PROVISIONED' }>;

/** Why the program cannot work, for the person who can mend it. */
export function StartProblemPage({ problem }: { readonly problem: ShownProblem }) {
  const { t } = useTranslation();
  return (
    <StandInPage>
      <ErrorState
        heading="h1"
        title={t(`startProblem.${problem.code}.title`)}
        advice={t(`startProblem.${problem.code}.advice`)}
      />
      <dl className="startProblem-facts">
        <div className="startProblem-fact">
          <dt>{t('startProblem.where')}</dt>
          <dd>
            <code>{problem.path}</code>
          </dd>
        </div>
        {problem.code === 'BAD_SETTINGS' &&
          problem.errors.map(({ key, expected }) => (
            <div key={key} className="startProblem-fact">
              <dt>
                <code>{key}</code>
              </dt>
              <dd>{t('startProblem.expected', { expected })}</dd>
            </div>
          ))}
      </dl>
    </StandInPage>
  );
}
