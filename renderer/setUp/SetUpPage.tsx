/** The first page of a device that is not set up: where the operator's file is, what it says, and then for good. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ProvisioningPlaces,
  ProvisioningRefusal,
  ProvisioningSummary,
} from '../../shared/ipc/commands/provisioning';
import { invoke } from '../bridge';
import { StandInPage } from '../components/StandInPage';
import { SetUpAgreement } from './SetUpAgreement';
import { SetUpSource } from './SetUpSource';

type Step =
  | { readonly kind: 'source'; readonly refusal: ProvisioningRefusal | null; readonly place: string | null }
  | { readonly kind: 'reading'; readonly place: string }
  | { readonly kind: 'agreement'; readonly place: string; readonly summary: ProvisioningSummary }
  | { readonly kind: 'applying' };

const begin: Step = { kind: 'source', refusal: null, place: null };

/** What a command that was refused as such comes to: nothing was read. */
const unexpected: ProvisioningRefusal = {
  kind: 'refused',
  code: 'SOURCE_UNREADABLE',
  problems: [],
  path: null,
};

async function look(): Promise<ProvisioningPlaces> {
  const answer = await invoke('provisioning:places', {});
  return answer.ok ? answer.value : { given: null, found: [] };
}

export function SetUpPage() {
  const { t } = useTranslation('setUp');
  const [step, setStep] = useState<Step>(begin);
  const [given, setGiven] = useState<string | null>(null);
  const [found, setFound] = useState<readonly string[] | null>(null);

  const examine = async (place: string): Promise<void> => {
    setStep({ kind: 'reading', place });
    const answer = await invoke('provisioning:examine', { place });
    const examination = answer.ok ? answer.value : unexpected;
    setStep(
      examination.kind === 'fit'
        ? { kind: 'agreement', place, summary: examination.summary }
        : { kind: 'source', refusal: examination, place },
    );
  };

  useEffect(() => {
    let abandoned = false;
    void look().then((places) => {
      if (abandoned) return;
      setFound(places.found);
      if (places.given === null) return;
      setGiven(places.given);
      void examine(places.given);
    });
    return () => {
      abandoned = true;
    };
  }, []);

  const chooseFile = async (): Promise<void> => {
    const answer = await invoke('provisioning:chooseFile', {});
    if (answer.ok && answer.value !== null) await examine(answer.value);
  };

  const apply = async (place: string, agreedKey: string | null): Promise<void> => {
    setStep({ kind: 'applying' });
    const answer = await invoke('provisioning:apply', { agreedKey });
    const application = answer.ok ? answer.value : unexpected;
    // Otherwise the device starts anew, and this page ends.
    if (application.kind === 'refused') setStep({ kind: 'source', refusal: application, place });
  };

  return (
    <StandInPage>
      {step.kind === 'agreement' ? (
        <SetUpAgreement
          summary={step.summary}
          onAgree={(key) => void apply(step.place, key)}
          onBack={() => setStep(begin)}
        />
      ) : step.kind === 'applying' ? (
        <p role="status" className="setUp-lead">
          {t('applying')}
        </p>
      ) : (
        <SetUpSource
          found={found === null ? null : given === null || found.includes(given) ? found : [given, ...found]}
          reading={step.kind === 'reading' ? step.place : null}
          refused={step.kind === 'source' && step.refusal !== null ? step : null}
          onPlace={(place) => void examine(place)}
          onChooseFile={() => void chooseFile()}
          onLook={() => {
            setFound(null);
            void look().then((places) => setFound(places.found));
          }}
        />
      )}
    </StandInPage>
  );
}
