import type { Language } from '../shared/domain/language';
import type { MarketPack } from '../shared/domain/market';
import { formatMsisdn } from '../shared/domain/msisdn';
import type { Settings } from '../shared/domain/settings';
import type { Mode } from '../shared/domain/mode';
import type { AppDescription, DemoNumber } from '../shared/ipc/commands/app';
import { demoPasswords, demoPin } from './services/training/demoCredentials';
import { demoNumbers } from './services/training/demoNumbers';
import { demoStaff } from './services/training/staff';

/** @param mode the face that is shown now, which in training may be another than that of the settings */
export function describeApp(state: {
  readonly version: string;
  readonly training: boolean;
  readonly settings: Settings;
  readonly market: MarketPack;
  readonly mode: Mode;
}): AppDescription {
  const { version, training, settings, market, mode } = state;
  const numbersIn = (language: Language): readonly DemoNumber[] =>
    training
      ? demoNumbers.map(({ msisdn, shows }) => ({
          msisdn,
          text: formatMsisdn(msisdn, market),
          shows: shows[language],
        }))
      : [];
  return {
    version,
    mode,
    training,
    market: market.code,
    shopName: settings.shop.name,
    kiosk: settings.kiosk,
    printerWidthMm: settings.printer.name === null ? null : settings.printer.widthMm,
    idle: settings.idle,
    lockAfterSeconds: settings.staff.lockAfterSeconds,
    demoNumbers: { fr: numbersIn('fr'), en: numbersIn('en') },
    demoSecrets: training
      ? {
          pin: demoPin,
          staff: demoStaff.map((member) => ({ ...member, password: demoPasswords[member.login] })),
        }
      : null,
  };
}
