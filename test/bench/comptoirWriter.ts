/** The product's own sync, as its sync process runs it: checks, quarantine, ledger and all. */
import { openCacheWriter } from '../../electron/db/cache';
import { createChangesFeed, type ChangesFeed } from '../../electron/sync/changesFeed';
import { giveWay } from '../../electron/sync/giveWay';
import { keepHouse } from '../../electron/sync/housekeeping';
import { runSync } from '../../electron/sync/syncEngine';
import { benchKeyHex, type Contender, type ContenderOptions } from './contender';

/** In the product it is most of a minute. After a wait this short the engine rests for a second, so that no poll finds it warm. */
const waitForNewsMs = 20;

export async function openComptoirWriter({ url, folder }: ContenderOptions): Promise<Contender> {
  giveWay();
  const opened = await openCacheWriter({ folder, keyHex: benchKeyHex });
  if (!opened.ok) throw new Error(opened.error.message);
  const writer = opened.value;
  const feed = createChangesFeed(url, null);
  const nothing = () => undefined;
  const listener = { onStatus: nothing, onChanged: nothing, onServerTime: nothing };
  return {
    async sync() {
      const { end } = await runSync(
        { writer, feed, listener, retentionDays: 90, mode: 'once' },
        new AbortController().signal,
      );
      if (end !== 'caughtUp') throw new Error(`The sync ended as ${JSON.stringify(end)}.`);
    },
    async poll(times) {
      const followed = createChangesFeed(url, null, { deadlineMs: 10_000, longpollMs: waitForNewsMs });
      const stopping = new AbortController();
      const counting: ChangesFeed = {
        ...followed,
        async changes(request, signal) {
          const answer = await followed.changes(request, signal);
          if (request.feed === 'longpoll' && --left === 0) stopping.abort();
          return answer;
        },
      };
      let left = times;
      await runSync({ writer, feed: counting, listener, retentionDays: 90, mode: 'follow' }, stopping.signal);
      followed.close();
    },
    // The documents are dated some days ahead of the machine.
    keepHouse: () => keepHouse(writer, Date.now() + 365 * 86_400_000),
    async close() {
      feed.close();
      await writer.close();
    },
  };
}
