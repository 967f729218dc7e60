import type { DeviceReport } from '../../domain/deviceReport';
import { nothing } from './request';

export const fleetRequests = {
  'fleet:devices': nothing,
} as const;

export interface FleetAnswers {
  'fleet:devices': DeviceList;
}

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
