/** The devices of this shop, for whoever looks after them: those that need somebody come first. */
import { CircleAlert, CircleCheck, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import type { DeviceLine, DeviceState } from '../../../shared/ipc/commands/fleet';
import type { Answer } from '../../../shared/ipc/contract';
import { invoke } from '../../bridge';
import { formatContactTime } from '../../components/contactTime';
import { useLanguage } from '../../strings/language';
import { Section } from '../Section';
import './DeviceList.css';
import './supervisionTable.css';

const refreshMs = 30_000;

const columns = ['state', 'device', 'mode', 'at', 'subscribers', 'orders', 'disk', 'version'] as const;
const figureColumns: readonly (typeof columns)[number][] = ['subscribers', 'orders', 'disk'];

export function DeviceList({ market }: { readonly market: MarketPack }) {
  const { t } = useTranslation(['devices', 'common']);
  const [answer, setAnswer] = useState<Answer<'fleet:devices'> | null>(null);
  useEffect(() => {
    let isLate = false;
    const read = () =>
      void invoke('fleet:devices', {}).then((found) => {
        if (!isLate) setAnswer(found);
      });
    read();
    const timer = window.setInterval(read, refreshMs);
    return () => {
      isLate = true;
      window.clearInterval(timer);
    };
  }, []);

  const said = (): string | null => {
    if (answer === null) return t('common:loading');
    if (!answer.ok) return t(`common:errors.${answer.error}.title`);
    const { state, devices } = answer.value;
    if (state !== 'read') return t(`states.${state}`);
    return devices.length === 0 ? t('states.none') : null;
  };
  const words = said();
  return (
    <Section title={t('title')}>
      {words !== null && (
        <p className="section-said" role="status">
          {words}
        </p>
      )}
      {words === null && answer?.ok === true && (
        <div className="deviceList-frame" role="region" aria-label={t('title')} tabIndex={0}>
          <table className="supervisionTable deviceList">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th
                    key={column}
                    scope="col"
                    className={figureColumns.includes(column) ? 'supervisionTable-figure' : undefined}
                  >
                    {t(`columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answer.value.devices.map((line) => (
                <DeviceRow key={line.report.device} line={line} market={market} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

const icons = { fine: CircleCheck, troubled: CircleAlert, silent: WifiOff } as const satisfies Record<
  DeviceState,
  typeof CircleCheck
>;

const gigabyte = 1_000_000_000;

function DeviceRow({ line, market }: { readonly line: DeviceLine; readonly market: MarketPack }) {
  const { t } = useTranslation('devices');
  const { language } = useLanguage();
  const { report, state, isOwn, hasTwin, isLowOnDisk } = line;
  const Icon = icons[state];
  const code = report.lastError;
  const trouble = (): string => {
    if (state === 'silent') return t('silent');
    if (hasTwin) return t('twin');
    if (code !== null) {
      const known = codes.find((word) => word === code);
      // Another version may send codes that there are no words for here.
      return known === undefined ? code : t(`codes.${known}`);
    }
    if (report.orders.parked > 0) return t('parked', { count: report.orders.parked });
    return t('fine');
  };
  const { freeBytes } = report.disk;
  // A device that starts has not counted them yet.
  const isCounted = report.feed.state !== 'starting' || report.feed.subscribers > 0;
  return (
    <tr data-state={state}>
      <td>
        <span className="deviceList-state">
          <Icon aria-hidden="true" />
          {trouble()}
        </span>
      </td>
      <th scope="row">
        {report.device}
        {isOwn && <span className="deviceList-own"> {t('own')}</span>}
      </th>
      <td>{t(`modes.${report.mode}`)}</td>
      <td>
        <time dateTime={report.at}>{formatContactTime(report.at, market, language)}</time>
      </td>
      <td className="supervisionTable-figure">
        {isCounted ? t('count', { count: report.feed.subscribers }) : '–'}
      </td>
      <td className="supervisionTable-figure">{t('count', { count: report.orders.unfinished })}</td>
      <td className={isLowOnDisk ? 'supervisionTable-figure deviceList-low' : 'supervisionTable-figure'}>
        {freeBytes === null ? '–' : t('gigabytes', { count: Math.round((freeBytes / gigabyte) * 10) / 10 })}
      </td>
      <td>{report.version}</td>
    </tr>
  );
}

const codes = [
  'FEED_OFFLINE',
  'FEED_REFUSED',
  'FEED_GARBLED',
  'CACHE_FAILED',
  'SETTINGS_REFUSED',
  'UPDATE_REFUSED',
  'UPDATE_FAILED',
] as const;
