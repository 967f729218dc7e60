import type { AppDescription, Mode } from '../../shared/ipc/contract';

export interface SelfserviceFaceProps {
  readonly app: AppDescription;
  readonly onSwitchMode: (mode: Mode) => void;
}

export function SelfserviceFace({ app }: SelfserviceFaceProps) {
  return <main>{app.shopName}</main>;
}
