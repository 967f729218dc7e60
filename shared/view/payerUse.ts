import type { Use } from '../domain/payer';
import type { Unit } from '../domain/unit';

/** The uses that a face offers to ask about, in their order. */
export const payerUses = [
  'callOnNet',
  'callOffNet',
  'callAbroad',
  'smsOnNet',
  'smsOffNet',
  'smsAbroad',
  'dataDay',
  'dataNight',
  'dataSocial',
] as const;

export type PayerUse = (typeof payerUses)[number];

export const usesByName: Readonly<Record<PayerUse, Use>> = {
  callOnNet: { traffic: 'call', to: 'onNet' },
  callOffNet: { traffic: 'call', to: 'offNet' },
  callAbroad: { traffic: 'call', to: 'abroad' },
  smsOnNet: { traffic: 'sms', to: 'onNet' },
  smsOffNet: { traffic: 'sms', to: 'offNet' },
  smsAbroad: { traffic: 'sms', to: 'abroad' },
  dataDay: { traffic: 'data' },
  dataNight: { traffic: 'data' },
  dataSocial: { traffic: 'socialData' },
};

const unitsOfTraffic = {
  call: 's',
  sms: 'sms',
  data: 'B',
  socialData: 'B',
} as const satisfies Readonly<Record<Use['traffic'], Unit>>;

export type UnitOfUse = (typeof unitsOfTraffic)[Use['traffic']];

/** What an amount of a use is counted in. */
export function unitOfUse(use: PayerUse): UnitOfUse {
  return unitsOfTraffic[usesByName[use].traffic];
}
