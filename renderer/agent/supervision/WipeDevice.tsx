import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { longestShop, useWiping } from '../../wiping';
import { Field } from '../../components/Field';
import './WipeDevice.css';

/** Wipes the counter from the page of its post. */
export function WipeDevice() {
  const { t } = useTranslation('supervision');
  const { shop, typeShop, canWipe, wipe, said } = useWiping();
  return (
    <form
      className="wipeDevice"
      onSubmit={(event) => {
        event.preventDefault();
        wipe();
      }}
    >
      <p className="wipeDevice-explain">{t('post.wipe.explain')}</p>
      <Field
        label={t('post.wipe.shop')}
        hint={t('post.wipe.shopHint')}
        value={shop}
        onValue={typeShop}
        maxLength={longestShop}
      />
      <Button kind="plain" type="submit" disabled={!canWipe}>
        {t('post.wipe.go')}
      </Button>
      <p role="alert" className="wipeDevice-said">
        {said}
      </p>
    </form>
  );
}
