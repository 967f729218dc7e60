/** The product's way from a number to the finished view, on a connection of its own as in the main process. */
import { marketPack } from '../../shared/domain/market';
import { openCacheReader } from '../../electron/db/cache';
import { checkIntegrity } from '../../electron/db/integrity';
import { createCustomerService } from '../../electron/services/customer';
import { benchKeyHex, type Contender, type ContenderOptions } from './contender';

export async function openComptoirReader({ folder }: Pick<ContenderOptions, 'folder'>): Promise<Contender> {
  const opened = await openCacheReader({ folder, keyHex: benchKeyHex });
  if (!opened.ok) throw new Error(opened.error.message);
  const reader = opened.value;
  const customers = createCustomerService({ reader, market: marketPack('CI'), now: () => Date.now() });
  return {
    async lookUp(msisdn) {
      const answer = await customers.view(msisdn, 'fr');
      if (!answer.ok) throw new Error(answer.error);
    },
    async checkIntegrity() {
      const { problems } = await checkIntegrity(reader);
      if (problems.length > 0) throw new Error(problems.join('\n'));
    },
    close: () => reader.close(),
  };
}
