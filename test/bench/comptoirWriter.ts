/** The product's own sync, as its sync process runs it: checks, quarantine, ledger and all. */
import { openCacheWriter } from '../../electron/db/cache';
import { createChangesFeed } from '../../electron/sync/changesFeed';
import { runSync } from '../../electron/sync/syncEngine';
import { benchKeyHex, type Contender, type ContenderOptions } from './contender';

export async function openComptoirWriter({ url, folder }: ContenderOptions): Promise<Contender> {
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
    async close() {
      feed.close();
      await writer.close();
    },
  };
}
