import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button';
import { longestShop, useWiping } from '../wiping';
import { OnScreenKeyboard } from './OnScreenKeyboard';
import { StaffDialog } from './StaffDialog';
import { StaffField } from './StaffField';

/** Wipes the kiosk from its own screen, while staff have opened it. */
export function WipeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['supervision', 'maintenance']);
  const { shop, typeShop, canWipe, wipe, said } = useWiping();
  return (
    <StaffDialog title={t('post.wipe.title')} onSubmit={wipe} onClose={onClose}>
      <p>{t('post.wipe.explain')}</p>
      <StaffField
        label={t('post.wipe.shop')}
        maxLength={longestShop}
        autoFocus
        value={shop}
        onValue={typeShop}
      />
      <p>{t('post.wipe.shopHint')}</p>
      <p role="alert" className="staffDialog-problem">
        {said}
      </p>
      <OnScreenKeyboard
        onType={(text) => typeShop(shop + text)}
        onDelete={() => typeShop(shop.slice(0, -1))}
      />
      <div className="staffDialog-actions">
        <Button kind="plain" onClick={onClose}>
          {t('maintenance:cancel')}
        </Button>
        <Button kind="main" type="submit" disabled={!canWipe}>
          {t('post.wipe.go')}
        </Button>
      </div>
    </StaffDialog>
  );
}
