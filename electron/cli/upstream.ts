import {
  PortInUseError,
  startUpstream,
  type Upstream,
  type UpstreamOptions,
} from '../services/training/upstream';
import { done, failed, say, type CommandAnswer } from './answer';

/** Serves the built-in upstream until `stop`; its addresses are the first line of stdout. */
export async function upstreamCommand(
  options: Pick<UpstreamOptions, 'port' | 'subscribers' | 'seed'>,
  stop: AbortSignal,
): Promise<CommandAnswer> {
  let upstream: Upstream;
  try {
    upstream = await startUpstream({
      ...options,
      onSms: (msisdn, text) => say(`SMS to ${msisdn}: ${text}`),
    });
  } catch (error) {
    if (!(error instanceof PortInUseError)) throw error;
    say(`Port ${error.port} is in use by another program: choose another with --port, or none.`);
    return failed(error.code);
  }
  say(`serving ${options.subscribers} subscribers; end with Ctrl-C`);
  process.stdout.write(`${JSON.stringify({ url: upstream.url, liveUrl: upstream.liveUrl })}\n`);
  await new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
  await upstream.close();
  return done(undefined);
}
