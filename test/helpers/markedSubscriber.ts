import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { buildSubscriber } from './builders';

/** Every field that may not be seen carries the mark, as text or as the digits of a number. */
export function markedSubscriber(
  mark: string,
  status: SubscriberDocument['status'],
  ownMsisdn = '2250101010101',
): SubscriberDocument {
  const text = `X${mark}X`;
  const amount = Number(`7${mark}`);
  const msisdn = `22507${mark}`;
  return buildSubscriber({
    status,
    msisdn: ownMsisdn,
    main: { amount: 5, currency: 'XOF' },
    customer: { id: text, name: `KOUASSI ${text}`, language: text },
    profile: { kind: 'prepaid', offer: text, plan: text },
    buckets: [{ id: text, code: text, label: text, amount, reserved: amount, initial: amount, unit: 'XOF' }],
    usage: {
      from: '2026-11-01',
      to: '2026-11-22',
      allowances: [{ kind: text, label: text, used: amount, limit: amount, unit: 'B' }],
      daily: [{ date: '2026-11-21', voice: amount, sms: amount, data: amount, spend: amount }],
    },
    options: [{ code: text, label: text }],
    favourites: { numbers: [msisdn] },
    orangeMoney: { amount, currency: 'XOF', status: text },
    bills: [{ id: text, amount, currency: 'XOF', status: text }],
    contracts: [msisdn],
    pin: `$scrypt$${text}`,
  });
}
