import type { SpeechService } from '../services/speech';
import type { Handlers } from './router';

export function speechHandlers(speech: SpeechService): Pick<Handlers, 'speech:describe' | 'speech:say'> {
  return {
    'speech:describe': async () => ({ ok: true, value: await speech.engine() }),
    'speech:say': async (utterance) => {
      const wav = await speech.say(utterance);
      return { ok: true, value: wav === null ? null : { wavBase64: wav.toString('base64') } };
    },
  };
}
