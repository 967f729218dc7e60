/** The shop staff of the training mode: an agent, a supervisor, and someone whose login is disabled. */
import type { StaffDocument } from '../../../shared/domain/feedDocument';
import { demoCredentials, type DemoLogin } from './demoCredentials';

interface DemoMember extends Pick<StaffDocument, 'name' | 'role'> {
  readonly login: DemoLogin;
  readonly disabled: boolean;
}

/** The first is signed in when the training starts. */
export const demoStaff = [
  { login: 'k.yao', name: 'Koffi YAO', role: 'agent', disabled: false },
  { login: 'a.kone', name: 'Aminata KONÉ', role: 'supervisor', disabled: false },
  { login: 'd.brou', name: 'Désiré BROU', role: 'agent', disabled: true },
] as const satisfies readonly DemoMember[];

export const staffDocuments: readonly StaffDocument[] = demoStaff.map(({ login, ...member }) => ({
  _id: `staff:${login}`,
  type: 'staff',
  schema: 1,
  login,
  ...member,
  password: demoCredentials.passwords[login],
}));
