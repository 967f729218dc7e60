/** What surrounds a face in a kiosk: the hidden door, and while staff have opened it the bar that says so. */
import { useState, type ReactNode } from 'react';
import type { AppDescription } from '../../shared/ipc/commands/app';
import { MaintenanceBar } from './MaintenanceBar';
import { MaintenanceDoor } from './MaintenanceDoor';
import { useCornerTaps } from './cornerTaps';
import { useMaintenanceState } from './maintenanceState';

export interface StaffExitProps {
  readonly app: AppDescription;
  readonly children: ReactNode;
}

export function StaffExit({ app, children }: StaffExitProps) {
  return app.kiosk ? <KioskExit app={app}>{children}</KioskExit> : children;
}

function KioskExit({ app, children }: StaffExitProps) {
  const state = useMaintenanceState();
  const [isKnocking, setIsKnocking] = useState(false);
  const isOpen = state.kind === 'open';
  useCornerTaps(() => setIsKnocking(!isOpen));
  return (
    <>
      {/* The same element in both states: whoever is signed in stays, and so does what they typed. */}
      <div className={isOpen ? 'inMaintenance' : 'staffExit'}>
        {isOpen && <MaintenanceBar app={app} state={state} />}
        {children}
      </div>
      {isKnocking && <MaintenanceDoor onClose={() => setIsKnocking(false)} />}
    </>
  );
}
