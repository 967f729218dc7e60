/**
 * The secrets of the training mode, which are no secrets: they open invented subscribers only. Their verifiers are
 * worked out beforehand, since scrypt is slow by design and the training mode starts at once.
 */
import type { DemoKey } from './demoNumbers';

/** Opens every demo number. */
export const demoPin = '1234';

/** What each login of the training staff is opened with. */
export const demoPasswords = {
  'k.yao': 'comptoir-agent',
  'a.kone': 'comptoir-chef',
  'd.brou': 'comptoir-parti',
} as const;

export type DemoLogin = keyof typeof demoPasswords;

interface DemoCredentials {
  /** scrypt verifiers of `demoPin`, each with a salt of its own. */
  readonly pins: Readonly<Record<DemoKey, string>>;
  /** scrypt verifiers of `demoPasswords`. */
  readonly passwords: Readonly<Record<DemoLogin, string>>;
}

export const demoCredentials: DemoCredentials = {
  pins: {
    richActive: '$scrypt$ln=15,r=8,p=1$az0fQSwe9e5idL1UeZHfeQ$b21Fjynu82P1rqP00Hs1ctM2FDv+zxTXoMLd8WpzfbU',
    inactive: '$scrypt$ln=15,r=8,p=1$EFtAXTr+PrWMTsqk5cRPfw$/Ctyu72sKU9kL9/5t20FNbknXdpFC8tpoKV8ZK3pP0M',
    deactivated: '$scrypt$ln=15,r=8,p=1$ZYhlRvxawH8AyBv2O+Mojg$2MQqdX5nVGM6eB9jPrB2dqeovPYX5mWCmDSljCnyriw',
    expiringTonight:
      '$scrypt$ln=15,r=8,p=1$HO87SbRioJDBdS019ZWG0Q$dblPLXxH6R+0lZhT8bzDz5V4TR/7Md+VBmxzif6homk',
    everythingExpired:
      '$scrypt$ln=15,r=8,p=1$U88uqxfeMKk2ObiMLQMruA$E63RY/66IVWibmG0F3TYmKoyvuVS4cvnBPeu8rroIvg',
    unknownCodes: '$scrypt$ln=15,r=8,p=1$80dUgbDIebpFzGrtimQDkw$aUCdgiEqfvAx9TDs1awwJOLt6P3eD57rAM6DybotI5E',
    absentSections:
      '$scrypt$ln=15,r=8,p=1$fYKFJxH5YZ/1mn3YayOShQ$kPt7NDk40NET1kyMMXYNZt81cpLdnhMaCEPQ7PEL0Ok',
    overdueBill: '$scrypt$ln=15,r=8,p=1$dueaU+hyAz73oaIk/QJAyQ$Wovx72zYIlxMjgKqG/tAY4PobqeO5NO5xmAbS0254VY',
    severalContracts:
      '$scrypt$ln=15,r=8,p=1$NvFpQOM06oPohr29rf6euQ$bLlZLu91ogGYdrPckmoSS1P4FIcZ+AMsYI6h+tKL8Wg',
    secondContract:
      '$scrypt$ln=15,r=8,p=1$2F70IAivWZMTsIw3graKQg$Q6SwQWigTO/GZFKAx54xT83yhscZBk5hCVbek/17vXA',
    inactiveContract:
      '$scrypt$ln=15,r=8,p=1$hXRodMpPKk/8lLmae5B87A$Q3sou8roJdfQIdidts/ghCOohiPwx/X5vg0KvjIBrNI',
    dataAt85Percent:
      '$scrypt$ln=15,r=8,p=1$CxYj9OctQVAukVKS6/gccQ$DMm/hxVJqoP0/mBYm86zbGM3IXTyHlq5za2L7N2M120',
    dataOver100Percent:
      '$scrypt$ln=15,r=8,p=1$3DnfDaHaGw8vheKQStHAKA$+u0MpW6YZor8fX3fX2oh9N63ULDtNaif7ZKglIUeY64',
    sixtyBuckets: '$scrypt$ln=15,r=8,p=1$rsI7ovP0Q0n/6rR5eddY/g$2Yq4LTY68cszKYvRgLbvwyJCrmvk+Q2xSjrY5bu7xbU',
    veryLongName: '$scrypt$ln=15,r=8,p=1$tFkycpVFeDcivIbWkKfhHg$lwo2O0BtRHBA7X7RQcyPSZkRx9khUiVUaHJmwF31Qj8',
    zeroBalances: '$scrypt$ln=15,r=8,p=1$5dTWEvh7LV0x+EsSchJjHg$6rwbdlcYloNVK9S+iXginbIhfGaJRLstATE2nQ9+238',
    englishSpeaking:
      '$scrypt$ln=15,r=8,p=1$qNPvG+mRKAhASYzOYLSdeA$WI4/4kHSjXJ55KsjnaoG3g57R/Ize3MquuJ1bQqyTTQ',
    hostileStrings:
      '$scrypt$ln=15,r=8,p=1$Yv2Ql+YDVor92Y1uBhV14A$AXbgUlbHOZgH3iZZ8TUvcWKwGZBtdwPnxPF+1H9cnWU',
    oldSnapshot: '$scrypt$ln=15,r=8,p=1$XLkL9qiPR9G4mziQbQJhPg$ceOIjjeTh2mLomC7pZ6yO9BttxCyjsW+6y5sRgUVA1M',
    negativeBalance:
      '$scrypt$ln=15,r=8,p=1$nUXUx8miQwrOUzHHRfM6MQ$cN+fIdbNv3uGWPM/ubfgveRUvXJqrNOa3XWywGikqvs',
    notYetValid: '$scrypt$ln=15,r=8,p=1$coDbHSEYT2FAo0roki131w$1jpEUA/vhhwZcEC/tSLYfBEhhDQW0CFzB2yPvXtW+8U',
  },
  passwords: {
    'k.yao': '$scrypt$ln=15,r=8,p=1$nKZbqAcFBlSXzzg/jUW1gg$cc1UjmD8JLxATIRiyvw4vlS8tEJ4YrYICWJjYW4lzjA',
    'a.kone': '$scrypt$ln=15,r=8,p=1$VY88W771Eie7hOW7PnywNw$zPnI0sQGPa5c0zxK3Si3iy30kziMsAyGbFhkabnqoag',
    'd.brou': '$scrypt$ln=15,r=8,p=1$VQDj4d+T0XuBZCdgIBE7xw$VHJFrlwDyNvPmibanuWVDFY6oPD7K3dTe7aVhvbQt+E',
  },
};
