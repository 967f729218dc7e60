import { FileText, RefreshCw, Usb } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProvisioningRefusal } from '../../shared/ipc/commands/provisioning';
import { Field } from '../components/Field';
import { Button } from '../components/Button';
import { SetUpTitle } from './SetUpTitle';
import './setUp.css';

export interface SetUpSourceProps {
  /** `null`: being looked for. */
  readonly found: readonly string[] | null;
  /** The place that is being read. */
  readonly reading: string | null;
  readonly refused: { readonly refusal: ProvisioningRefusal | null; readonly place: string | null } | null;
  readonly onPlace: (place: string) => void;
  readonly onChooseFile: () => void;
  readonly onLook: () => void;
}

/** Where the operator's file comes from: a stick, a folder, or an address of the shop's network. */
export function SetUpSource(props: SetUpSourceProps) {
  const { found, reading, refused, onPlace, onChooseFile, onLook } = props;
  const { t } = useTranslation('setUp');
  const [address, setAddress] = useState('https://');
  const isAddress = /^https:\/\/./i.test(address.trim());
  const isBusy = reading !== null;
  // Not `disabled` meanwhile: what was pressed keeps the focus for what is said of it.
  return (
    <div className="setUp">
      <SetUpTitle>{t('title')}</SetUpTitle>
      <p className="setUp-lead">{t('lead')}</p>

      <div>
        <div role="alert">
          {refused?.refusal && <Refusal refusal={refused.refusal} place={refused.place} />}
        </div>
        <p role="status" className="setUp-note">
          {reading !== null && t('reading', { place: reading })}
        </p>
      </div>

      <section className="setUp-way" aria-labelledby="setUp-stick">
        <h2 id="setUp-stick" className="setUp-heading">
          {t('stick')}
        </h2>
        {found !== null && found.length > 0 && (
          <ul className="setUp-places">
            {found.map((place) => (
              <li key={place}>
                <button
                  type="button"
                  className="setUp-place"
                  aria-disabled={isBusy}
                  onClick={() => {
                    if (!isBusy) onPlace(place);
                  }}
                >
                  <Usb className="setUp-icon" aria-hidden="true" />
                  <span>{place}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {found?.length === 0 && <p className="setUp-note">{t('noneFound')}</p>}
        {found === null && <p className="setUp-note">{t('looking')}</p>}
        <div className="setUp-actions">
          <Button kind="main" aria-disabled={isBusy} onClick={onChooseFile}>
            <FileText className="setUp-icon" aria-hidden="true" />
            {t('choose')}
          </Button>
          <Button kind="plain" aria-disabled={isBusy || found === null} onClick={onLook}>
            <RefreshCw className="setUp-icon" aria-hidden="true" />
            {t('look')}
          </Button>
        </div>
      </section>

      <form
        className="setUp-way"
        onSubmit={(event) => {
          event.preventDefault();
          if (isAddress && !isBusy) onPlace(address.trim());
        }}
      >
        <Field
          label={t('address')}
          hint={t('addressHint')}
          type="url"
          value={address}
          onValue={setAddress}
          maxLength={2_000}
        />
        <div className="setUp-actions">
          <Button kind="plain" type="submit" disabled={!isAddress} aria-disabled={isBusy}>
            {t('fetch')}
          </Button>
        </div>
      </form>
    </div>
  );
}

function Refusal({
  refusal,
  place,
}: {
  readonly refusal: ProvisioningRefusal;
  readonly place: string | null;
}) {
  const { t } = useTranslation('setUp');
  const where = refusal.path ?? place;
  return (
    <div className="setUp-refusal">
      <h2 className="setUp-heading">{t(`refusals.${refusal.code}.title`)}</h2>
      <p>{t(`refusals.${refusal.code}.advice`)}</p>
      {where !== null && <code className="setUp-where">{where}</code>}
      {refusal.problems.length > 0 && (
        <dl className="setUp-facts">
          {refusal.problems.map(({ key, expected }) => (
            <div key={key} className="setUp-fact">
              <dt>
                <code>{key}</code>
              </dt>
              <dd>{t('expected', { expected })}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
