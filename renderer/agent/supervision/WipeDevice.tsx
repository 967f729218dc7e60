import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WipeAnswer } from '../../../shared/ipc/commands/fleet';
import type { Answer } from '../../../shared/ipc/contract';
import { invoke } from '../../bridge';
import { Button } from '../../components/Button';
import { Field } from '../access/Field';
import './WipeDevice.css';

type Said = { readonly kind: 'nothing' } | WipeAnswer | { readonly kind: 'failed' };

/** Takes everything off the device, for one that is replaced, moved or sold; typing the shop's code confirms it. */
export function WipeDevice() {
  const { t } = useTranslation('supervision');
  const [shop, setShop] = useState('');
  const [said, setSaid] = useState<Said>({ kind: 'nothing' });

  const show = (answer: Answer<'fleet:wipe'>): void => setSaid(answer.ok ? answer.value : { kind: 'failed' });

  return (
    <form
      className="wipeDevice"
      onSubmit={(event) => {
        event.preventDefault();
        if (shop.trim() === '' || said.kind === 'begun') return;
        void invoke('fleet:wipe', { shop: shop.trim() }).then(show);
      }}
    >
      <p className="wipeDevice-explain">{t('post.wipe.explain')}</p>
      <Field
        label={t('post.wipe.shop')}
        hint={t('post.wipe.shopHint')}
        value={shop}
        onValue={setShop}
        maxLength={100}
      />
      <Button kind="plain" type="submit" disabled={shop.trim() === '' || said.kind === 'begun'}>
        {t('post.wipe.go')}
      </Button>
      <p role="alert" className="wipeDevice-said">
        {said.kind === 'pendingOrders'
          ? t('post.wipe.pendingOrders', { count: said.orders })
          : said.kind !== 'nothing' && t(`post.wipe.${said.kind}`)}
      </p>
    </form>
  );
}
