import {
  BadgeCheck,
  ClipboardList,
  HandCoins,
  History,
  Layers,
  LifeBuoy,
  ReceiptText,
  Smartphone,
  Star,
  Ticket,
  Users,
  Wallet,
  type LucideIcon,
} from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import type { FullCustomerView } from '../../../shared/view/customerView';
import { Amount } from './Amount';
import { MenuKey } from './MenuKey';
import { keyOfPage } from './menuKeys';
import type { SectionName } from '../visitState';
import './Tiles.css';
import type { ReactNode } from 'react';

export interface TilesProps {
  readonly view: FullCustomerView;
  readonly market: MarketPack;
  readonly onOpen: (section: TileSection) => void;
}

type TileSection = Exclude<SectionName, 'expiring' | 'consumption'> | 'help';
type Texts = TFunction<'selfservice'>;

interface Tile {
  readonly section: TileSection;
  readonly icon: LucideIcon;
  /** What is said of the section in a few words; `null` when the section never came. */
  readonly note: (view: FullCustomerView, t: Texts) => ReactNode | null;
  /** Known to have nothing to say: no tile. */
  readonly isIdle?: (view: FullCustomerView) => boolean;
}

const tiles: readonly Tile[] = [
  {
    section: 'profile',
    icon: BadgeCheck,
    note: ({ profile }) => profile && <bdi>{profile.plan ?? profile.offer ?? profile.kindLabel ?? ''}</bdi>,
  },
  {
    section: 'options',
    icon: Layers,
    note: ({ options }, t) =>
      options && t('tiles.options', { count: options.filter(({ expired }) => !expired).length }),
  },
  { section: 'passes', icon: Ticket, note: ({ offers }, t) => t('tiles.passes', { count: offers.length }) },
  {
    section: 'preferredNumbers',
    icon: Star,
    note: ({ preferredNumbers }, t) =>
      preferredNumbers && t('tiles.preferredNumbers', { count: preferredNumbers.numbers.length }),
  },
  {
    section: 'orangeMoney',
    icon: Wallet,
    note: ({ orangeMoney }) =>
      orangeMoney &&
      (orangeMoney.balance ? (
        <Amount figure={orangeMoney.balance} form="row" />
      ) : (
        (orangeMoney.statusLabel ?? '')
      )),
  },
  {
    section: 'bills',
    icon: ReceiptText,
    note: ({ bills }, t) => {
      const overdue = bills?.filter((bill) => bill.overdue).length ?? 0;
      return (
        bills &&
        (overdue > 0 ? t('tiles.overdue', { count: overdue }) : t('tiles.bills', { count: bills.length }))
      );
    },
  },
  {
    section: 'contracts',
    icon: Users,
    note: ({ contracts }, t) => contracts && t('tiles.contracts', { count: contracts.length }),
    isIdle: ({ contracts }) => contracts?.length === 0,
  },
  {
    section: 'orders',
    icon: ClipboardList,
    note: ({ orders }, t) => t('tiles.orders', { count: orders.length }),
    isIdle: ({ orders }) => orders.length === 0,
  },
  { section: 'payer', icon: HandCoins, note: (_, t) => t('tiles.payer') },
  { section: 'phone', icon: Smartphone, note: (_, t) => t('tiles.phone') },
  { section: 'ledger', icon: History, note: ({ ledger }, t) => t('tiles.ledger', { count: ledger.length }) },
  { section: 'help', icon: LifeBuoy, note: (_, t) => t('tiles.help') },
];

/** The ways to everything else; what never came is named as such and leads nowhere. */
export function Tiles({ view, market, onOpen }: TilesProps) {
  const { t } = useTranslation('selfservice');
  const noted = tiles
    .filter(({ isIdle }) => isIdle?.(view) !== true)
    .map((tile) => ({ ...tile, note: tile.note(view, t) }));
  const unknown = noted.filter(({ note }) => note === null);
  return (
    <nav className="kioskTiles" aria-label={t('tiles.title')}>
      <ul>
        {noted
          .filter(({ note }) => note !== null)
          .map(({ section, icon: Icon, note }) => (
            <li key={section}>
              <button type="button" className="kioskTile" onClick={() => onOpen(section)}>
                <Icon aria-hidden="true" strokeWidth={1.5} />
                <span className="kioskTile-name">
                  {t(`${section}.title`, { code: market.serviceCodes.consumption })}{' '}
                  <MenuKey digit={keyOfPage({ name: section }, market)} />
                </span>
                <span className="kioskTile-note">{note}</span>
              </button>
            </li>
          ))}
      </ul>
      {unknown.length > 0 && (
        <p className="kioskTiles-unknown">
          {t('tiles.unknown', { sections: unknown.map(({ section }) => t(`${section}.title`)).join(', ') })}
        </p>
      )}
    </nav>
  );
}
