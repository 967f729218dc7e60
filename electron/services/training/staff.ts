/** The shop staff of the training mode: an agent, a supervisor, and someone whose login is disabled. */
import type { StaffDocument } from '../../../shared/domain/feedDocument';
import { demoCredentials, type DemoLogin } from './demoCredentials';

function member(
  login: DemoLogin,
  name: string,
  role: StaffDocument['role'],
  disabled: boolean,
): StaffDocument {
  return {
    _id: `staff:${login}`,
    type: 'staff',
    schema: 1,
    login,
    name,
    role,
    password: demoCredentials.passwords[login],
    disabled,
  };
}

export const staffDocuments: readonly StaffDocument[] = [
  member('k.yao', 'Koffi YAO', 'agent', false),
  member('a.kone', 'Aminata KONÉ', 'supervisor', false),
  member('d.brou', 'Désiré BROU', 'agent', true),
];
