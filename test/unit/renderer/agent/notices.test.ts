import { describe, expect, it } from 'vitest';
import {
  conditionsOf,
  noticesOf,
  shownNotice,
  withoutEnded,
  type NoticeFacts,
} from '../../../../renderer/agent/notices/notices';
import {
  healthAtStart,
  type CacheHealth,
  type SyncState,
  type SyncStatus,
} from '../../../../shared/ipc/syncStatus';
import { buildSubscriber } from '../../../helpers/builders';
import { exampleNow, viewOf } from '../../../helpers/customerViews';

function syncIn(state: SyncState, cache: Partial<CacheHealth> = {}): SyncStatus {
  return {
    state,
    progress: null,
    lastContactAt: null,
    nextAttemptAt: null,
    subscribers: 0,
    quarantined: 0,
    complete: true,
    cache: { ...healthAtStart, ...cache },
  };
}

const quiet: NoticeFacts = {
  sync: syncIn('live'),
  endsSoonAt: null,
  orders: null,
  flags: null,
  slowed: null,
  customer: null,
};
const rejected = (lastRejected: string, count = 1) => ({
  underWay: 0,
  parked: 0,
  rejected: count,
  lastRejected,
});
const dayMs = 86_400_000;

const kindsOf = (facts: Partial<NoticeFacts>) => noticesOf({ ...quiet, ...facts }).map(({ kind }) => kind);
const idsOf = (facts: Partial<NoticeFacts>) => noticesOf({ ...quiet, ...facts }).map(({ id }) => id);

describe('what there is to tell', () => {
  it('is nothing while all goes well, nor while the program starts and catches up', () => {
    expect(kindsOf({})).toEqual([]);
    expect(kindsOf({ sync: null })).toEqual([]);
    expect(kindsOf({ sync: syncIn('starting') })).toEqual([]);
    expect(kindsOf({ sync: syncIn('catchingUp') })).toEqual([]);
    expect(kindsOf({ orders: { underWay: 3, parked: 1, rejected: 0, lastRejected: null } })).toEqual([]);
    expect(kindsOf({ flags: { flags: 0, last: null } })).toEqual([]);
  });

  it('is what stops work first, then what cannot wait, then what is good to know', () => {
    expect(
      kindsOf({
        sync: syncIn('offline', { space: 'full' }),
        endsSoonAt: '2026-11-25T10:00:00Z',
        orders: rejected('order-1'),
        flags: { flags: 1, last: 7 },
      }),
    ).toEqual(['full', 'sessionEnds', 'orderRejected', 'offline', 'lookupsFlagged']);
  });

  it('names a full disk once, not as a failing cache as well', () => {
    expect(kindsOf({ sync: syncIn('cacheFailed', { space: 'full' }) })).toEqual(['full']);
    expect(kindsOf({ sync: syncIn('cacheFailed') })).toEqual(['cacheFailed']);
  });

  it('has figures of the open customer that are too old to be shown, and only these', () => {
    const document = buildSubscriber({ asOf: new Date(exampleNow - 31 * dayMs).toISOString() });
    expect(kindsOf({ customer: viewOf(document, { now: exampleNow }) })).toEqual(['stale']);
    expect(kindsOf({ customer: viewOf(document, { now: exampleNow - 30 * dayMs }) })).toEqual([]);
  });
});

describe('a notice that was dismissed', () => {
  it('makes room for the next one, and the row says how many wait behind', () => {
    const notices = noticesOf({ ...quiet, sync: syncIn('offline'), orders: rejected('order-1') });
    const shown = (...dismissed: string[]) => {
      const found = shownNotice(notices, new Set(dismissed));
      return found && [found.notice.kind, found.more];
    };
    expect(shown()).toEqual(['orderRejected', 1]);
    expect(shown('orderRejected order-1')).toEqual(['offline', 0]);
    expect(shown('orderRejected order-1', 'offline')).toBeNull();
  });

  it('stays away while its condition holds, and comes back once that has ended and begun again', () => {
    const dismissed = new Set(['offline']);
    expect(withoutEnded(dismissed, conditionsOf(syncIn('offline')))).toBe(dismissed);
    expect([...withoutEnded(dismissed, conditionsOf(syncIn('live')))]).toEqual([]);
  });

  it('stays away for good where it was an event: the end of a condition brings no rejected order back', () => {
    const dismissed = new Set(['orderRejected order-1', 'lookupsFlagged 7', 'offline']);
    expect([...withoutEnded(dismissed, conditionsOf(syncIn('live')))]).toEqual([
      'orderRejected order-1',
      'lookupsFlagged 7',
    ]);
  });

  it('does not hide the next event of its kind', () => {
    expect(idsOf({ orders: rejected('order-1') })).not.toEqual(idsOf({ orders: rejected('order-2', 2) }));
    expect(idsOf({ flags: { flags: 1, last: 7 } })).not.toEqual(idsOf({ flags: { flags: 2, last: 9 } }));
    expect(idsOf({ endsSoonAt: '2026-11-25T10:00:00Z' })).not.toEqual(
      idsOf({ endsSoonAt: '2026-11-28T10:00:00Z' }),
    );
  });
});
