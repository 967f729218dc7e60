import Type from 'typebox';
import type { DeviceReport } from '../../domain/deviceReport';
import { nothing, request } from './request';

export const fleetRequests = {
  'fleet:devices': nothing,
  /** Takes everything of customers and of the shop off this device; the shop's identifier confirms it. */
  'fleet:wipe': request({ shop: Type.String({ minLength: 1, maxLength: 100 }) }),
} as const;

export interface FleetAnswers {
  'fleet:devices': DeviceList;
  'fleet:wipe': WipeAnswer;
}

export type WipeAnswer =
  /** The program ends its work, empties the device and starts anew. */
  | { readonly kind: 'begun' }
  | { readonly kind: 'otherShop' }
  /** Orders that have not come to their end: they are sent first. */
  | { readonly kind: 'pendingOrders'; readonly orders: number };

/** The devices of this shop, from their database; those that need somebody come first. */
export interface DeviceList {
  readonly state:
    /** The settings name no such database. */
    'notConfigured' | 'offline' | 'refused' | 'unreadable' | 'read';
  readonly devices: readonly DeviceLine[];
}

/** `silent`: has not said anything for several reports; `troubled`: says that something needs somebody. */
export type DeviceState = 'fine' | 'troubled' | 'silent';

export interface DeviceLine {
  readonly report: DeviceReport;
  readonly state: DeviceState;
  /** The device that asks. */
  readonly isOwn: boolean;
  /** Another machine writes under the same name. */
  readonly hasTwin: boolean;
  readonly isLowOnDisk: boolean;
}
