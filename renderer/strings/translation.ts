/** Starts i18next with every text of the program; keys are checked by the compiler. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languages } from '../../shared/domain/language';
import { access } from './access';
import { agent } from './agent';
import { cacheTrouble } from './cacheTrouble';
import { charts } from './charts';
import { common } from './common';
import { help } from './help';
import { maintenance } from './maintenance';
import { foundLines } from './foundLines';
import { devices } from './devices';
import { notices } from './notices';
import { orders } from './orders';
import { palette } from './palette';
import { receipt } from './receipt';
import { supervision } from './supervision';
import { entry } from './selfservice/entry';
import { home } from './selfservice/home';
import { pages } from './selfservice/pages';
import { setUp } from './setUp';
import { speech } from './speech';
import { tour } from './tour';

export const resources = {
  fr: {
    common: common.fr,
    maintenance: maintenance.fr,
    access: access.fr,
    devices: devices.fr,
    agent: agent.fr,
    cacheTrouble: cacheTrouble.fr,
    foundLines: foundLines.fr,
    notices: notices.fr,
    orders: orders.fr,
    palette: palette.fr,
    receipt: receipt.fr,
    supervision: supervision.fr,
    selfservice: { ...entry.fr, ...home.fr, ...pages.fr },
    charts: charts.fr,
    help: help.fr,
    setUp: setUp.fr,
    speech: speech.fr,
    tour: tour.fr,
  },
  en: {
    common: common.en,
    maintenance: maintenance.en,
    access: access.en,
    devices: devices.en,
    agent: agent.en,
    cacheTrouble: cacheTrouble.en,
    foundLines: foundLines.en,
    notices: notices.en,
    orders: orders.en,
    palette: palette.en,
    receipt: receipt.en,
    supervision: supervision.en,
    selfservice: { ...entry.en, ...home.en, ...pages.en },
    charts: charts.en,
    help: help.en,
    setUp: setUp.en,
    speech: speech.en,
    tour: tour.en,
  },
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof resources)['fr'];
  }
}

export function startTranslation(): void {
  void i18next.use(initReactI18next).init({
    resources,
    lng: languages[0],
    supportedLngs: languages,
    fallbackLng: false,
    defaultNS: 'common',
    initAsync: false,
    showSupportNotice: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
}
