import { useTranslation } from 'react-i18next';
import type { DemoStaff } from '../../../shared/ipc/commands/app';
import { Button } from '../../components/Button';
import './DemoStaffTable.css';

export interface DemoStaffTableProps {
  readonly staff: readonly DemoStaff[];
  readonly onChoose: (login: string, password: string) => void;
}

/** The logins and passwords of the training mode. */
export function DemoStaffTable({ staff, onChoose }: DemoStaffTableProps) {
  const { t } = useTranslation('access');
  return (
    <section className="demoStaff" aria-labelledby="demoStaffTitle">
      <h2 id="demoStaffTitle" className="demoStaff-title">
        {t('demo.title')}
      </h2>
      <p className="demoStaff-lead">{t('demo.lead')}</p>
      <ul>
        {staff.map(({ login, name, role, password, disabled }) => (
          <li key={login} className="demoStaff-row">
            <p className="demoStaff-who">
              <strong>{name}</strong>
              <span>{t(disabled ? 'demo.disabled' : `roles.${role}`)}</span>
            </p>
            <p>
              <span>{login}</span>
              <span>{password}</span>
            </p>
            <Button
              kind="plain"
              aria-label={t('demo.useOf', { name })}
              onClick={() => onChoose(login, password)}
            >
              {t('demo.use')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
