import type { CustomerSession } from './customerSession';
import type { Handlers } from './router';

export function customerHandlers(
  session: CustomerSession,
): Pick<Handlers, 'customer:open' | 'customer:render' | 'customer:close' | 'customer:askAgain'> {
  return {
    'customer:open': ({ query, language }) => session.open(query, language),
    'customer:render': ({ language }) => session.render(language),
    'customer:close': () => {
      session.close();
      return { ok: true, value: null };
    },
    'customer:askAgain': async () => {
      session.askAgain();
      await session.refresh();
      return { ok: true, value: null };
    },
  };
}
