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
