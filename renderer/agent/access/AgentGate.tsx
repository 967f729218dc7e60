/** The counter behind its door: nothing of it is there before somebody has signed in, nor while it is locked. */
import { useEffect, useState } from 'react';
import { marketPack } from '../../../shared/domain/market';
import { useStaffState } from '../../staffSession';
import { useSyncStatus } from '../../syncStatus';
import { AgentFace, type AgentFaceProps } from '../AgentFace';
import { useDismissals } from '../notices/dismissals';
import { DoorPage } from './DoorPage';
import { createKeptPlace } from './keptPlace';
import { SetUpForm } from './SetUpForm';
import { SignInForm } from './SignInForm';

export function AgentGate(props: Pick<AgentFaceProps, 'app' | 'onSwitchMode'>) {
  const staff = useStaffState();
  const sync = useSyncStatus();
  const dismissals = useDismissals(staff?.kind === 'signedIn' ? staff.member.login : null, sync);
  const [keptPlace] = useState(createKeptPlace);
  const isOver = staff?.kind === 'signedOut' && staff.ended !== 'contactTooOld';
  useEffect(() => {
    if (isOver) keptPlace.keep(null);
  }, [isOver, keptPlace]);
  const { app } = props;
  if (staff === null) return null;
  if (staff.kind === 'signedIn') {
    return (
      <AgentFace
        key={staff.member.login}
        {...props}
        sync={sync}
        member={staff.member}
        endsSoonAt={staff.endsSoonAt}
        dismissals={dismissals}
        keptPlace={keptPlace}
      />
    );
  }
  const isNew = staff.kind === 'signedOut' && staff.needsSetUp;
  return (
    <DoorPage app={app} market={marketPack(app.market)} sync={sync}>
      {isNew ? (
        <SetUpForm sync={sync} />
      ) : (
        <SignInForm
          key={staff.kind}
          locked={staff.kind === 'locked' ? staff.member : null}
          recent={staff.recent}
          ended={staff.kind === 'signedOut' ? staff.ended : null}
          demoStaff={app.demoSecrets?.staff ?? []}
        />
      )}
    </DoorPage>
  );
}
