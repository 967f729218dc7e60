import { describe, expect, test } from 'vitest';
import { productsOf } from '../../../electron/live/mapping/products';
import { marketPack } from '../../../shared/domain/market';

const market = marketPack('CI');

const line = {
  id: 'line-1',
  name: 'Ligne mobile',
  status: 'active',
  isBundle: true,
  startDate: '2019-03-02T00:00:00Z',
  productOffering: { id: 'prepaid', name: 'Orange Prépayé' },
  productCharacteristic: [
    { name: 'Kind', value: 'Prépayé' },
    { name: 'plan', value: 'Tigre' },
    { name: 'preferredNumbers', value: ['+2250700000002', '0700000003', 5, 'nobody'] },
    { name: 'preferredNumbersMax', value: 3 },
    { name: 'preferredNumbersChangesLeft', value: 'two' },
  ],
  billingAccount: { id: 'BA-1' },
  relatedParty: [
    { id: 'S-1', role: 'seller' },
    { id: 'C-1', name: 'Aya KOUASSI', role: 'customer' },
  ],
};

const option = {
  id: 'p-2',
  status: 'active',
  startDate: '2026-11-01T08:00:00Z',
  productOffering: { id: 'OPT-NUIT', name: 'Option Nuit' },
  productTerm: [{ validFor: { endDateTime: '2026-12-01T08:00:00Z' } }],
  productCharacteristic: [{ name: 'renews', value: true }],
  productRelationship: [{ relationshipType: 'reliesOn', product: { id: 'line-1' } }],
};

const nightOption = {
  code: 'OPT-NUIT',
  label: 'Option Nuit',
  activatedAt: '2026-11-01T08:00:00Z',
  expiresAt: '2026-12-01T08:00:00Z',
  renews: true,
};

describe('TMF637 products', () => {
  test('become status, customer, profile, options and preferred numbers', () => {
    expect(productsOf([option, line], market)).toEqual({
      billingAccountId: 'BA-1',
      status: 'active',
      customer: { id: 'C-1', name: 'Aya KOUASSI' },
      profile: { kind: 'prepaid', offer: 'Orange Prépayé', plan: 'Tigre', since: '2019-03-02' },
      options: [nightOption],
      favourites: { numbers: ['2250700000002', '2250700000003'], max: 3 },
    });
  });

  test.each([
    ['active', 'active'],
    ['suspended', 'inactive'],
    ['terminated', 'deactivated'],
    ['cancelled', 'deactivated'],
    ['created', undefined],
    ['pendingTerminate', undefined],
    ['aborted ', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%s of the line means %s', (status, meaning) => {
    expect(productsOf([{ ...line, status }], market)?.status).toBe(meaning);
  });

  test('have their options beside the line or within it, those that are over left out', () => {
    const over = { ...option, status: 'terminated' };
    expect(productsOf([{ ...line, product: [option, over] }], market)?.options).toEqual([nightOption]);
    expect(productsOf([line, over, option], market)?.options).toEqual([nightOption]);
  });

  test('take for the line what does not rely on another, the oldest of several', () => {
    const plain = { id: 'p-1', name: 'Ligne', status: 'suspended', startDate: '2020-01-01T00:00:00Z' };
    const later = { id: 'p-3', name: 'Pass', status: 'active', startDate: '2026-01-01T00:00:00Z' };
    const products = productsOf([later, option, plain], market);
    expect(products?.status).toBe('inactive');
    expect(products?.options.map(({ code }) => code)).toEqual(['p-3', 'OPT-NUIT']);
  });

  test('leave unsaid what they do not say', () => {
    expect(productsOf([{ id: 'x' }], market)).toEqual({ billingAccountId: null, profile: {}, options: [] });
    expect(productsOf([], market)).toBeNull();
  });
});
