/** TMF622 `ProductOrder_Create` → what is to change. */
import Type from 'typebox';
import { Check } from 'typebox/value';
import { jsonOf } from '../../../../shared/domain/json';
import type { LineChange } from './lineChanges';
import type { ReadTask } from './taskRoutes';
import type { Resource } from './tmf';

const key = Type.String({ minLength: 1, maxLength: 200 });

const orderSchema = Type.Object({
  externalId: Type.Optional(key),
  productOrderItem: Type.Array(
    Type.Object({
      id: key,
      action: Type.Union([Type.Literal('add'), Type.Literal('modify'), Type.Literal('delete')]),
      productOffering: Type.Optional(Type.Object({ id: key })),
      product: Type.Object({
        realizingResource: Type.Array(Type.Object({ id: key, value: Type.Optional(key) }), { minItems: 1 }),
        productCharacteristic: Type.Optional(
          Type.Array(Type.Object({ name: key, value: Type.Unknown() }), { maxItems: 100 }),
        ),
      }),
    }),
    { minItems: 1, maxItems: 1 },
  ),
});

export interface OrderRequest {
  readonly msisdn: string;
  readonly change: LineChange;
  /** As they came. */
  readonly items: readonly Resource[];
}

export function readOrder(body: string): ReadTask<OrderRequest> {
  const order = jsonOf(body);
  if (!Check(orderSchema, order)) {
    return {
      ok: false,
      reason: 'A product order has one productOrderItem, with action and product.realizingResource.',
    };
  }
  const [item] = order.productOrderItem;
  const resource = item?.product.realizingResource[0];
  if (item === undefined || resource === undefined)
    throw new TypeError('the schema lets no empty order pass');
  const values = (name: string): string[] =>
    (item.product.productCharacteristic ?? []).flatMap((characteristic) =>
      characteristic.name === name && typeof characteristic.value === 'string' ? characteristic.value : [],
    );
  const change = changeOf(item.action, item.productOffering?.id, values);
  if (change === null) return { ok: false, reason: 'The item does not say what is to change.' };
  return {
    ok: true,
    key: order.externalId ?? null,
    request: { msisdn: resource.value ?? resource.id, change, items: order.productOrderItem },
  };
}

function changeOf(
  action: 'add' | 'modify' | 'delete',
  offer: string | undefined,
  values: (name: string) => string[],
): LineChange | null {
  switch (action) {
    case 'add': {
      if (offer === undefined) return null;
      const [payer = 'main'] = values('payer');
      return payer === 'main' || payer === 'orangeMoney' ? { kind: 'buy', offer, payer } : null;
    }
    case 'delete':
      return offer === undefined ? null : { kind: 'stop', offer };
    case 'modify': {
      const [plan] = values('plan');
      if (plan !== undefined) return { kind: 'plan', plan };
      const add = values('addPreferredNumber');
      const remove = values('removePreferredNumber');
      return add.length + remove.length === 0 ? null : { kind: 'preferredNumbers', add, remove };
    }
  }
}
