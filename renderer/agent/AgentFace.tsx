import type { AppDescription, Mode } from '../../shared/ipc/contract';

export interface AgentFaceProps {
  readonly app: AppDescription;
  readonly onSwitchMode: (mode: Mode) => void;
}

export function AgentFace({ app }: AgentFaceProps) {
  return <main>{app.shopName}</main>;
}
