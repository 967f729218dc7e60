import type { TrainingProcessMessage } from './services/training/trainingProcess';
import type { ProcessHandle } from './supervisedSync';

export interface TrainingUpstream {
  /** Of the database, as the settings name a feed. */
  readonly url: string;
  /** Of the live interfaces. */
  readonly liveUrl: string;
  /** Of the database of devices. */
  readonly devicesUrl: string;
  /** Of the database that takes the heads of audit logs. */
  readonly auditUrl: string;
  readonly stop: () => void;
}

/** Starts the built-in upstream in a process of its own and waits until it listens. */
export function startTrainingUpstream(
  fork: () => ProcessHandle<TrainingProcessMessage>,
  onSms: (text: string) => void,
): Promise<TrainingUpstream> {
  const process = fork();
  return new Promise((resolve, reject) => {
    process.on('message', (message) => {
      if (message.type === 'sms') {
        onSms(message.text);
        return;
      }
      const { url, liveUrl, auditUrl, devicesUrl } = message;
      resolve({ url, liveUrl, auditUrl, devicesUrl, stop: () => void process.kill() });
    });
    process.on('exit', (code) => reject(new Error(`The built-in upstream ended with exit code ${code}.`)));
  });
}
