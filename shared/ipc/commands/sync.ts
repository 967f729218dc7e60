import type { SyncStatus } from '../syncStatus';
import { nothing } from './request';

export const syncRequests = { 'sync:status': nothing } as const;

export interface SyncAnswers {
  'sync:status': SyncStatus;
}

export interface SyncEvents {
  'sync:changed': SyncStatus;
}
