/** Speaks one text at a time, with the machine's speech program or with the system's own voices. */
import type { Language } from '../../../shared/domain/language';
import type { SpeechEngine, SpeechRate } from '../../../shared/ipc/commands/speech';
import { invoke } from '../../bridge';

export interface Speaker {
  /**
   * Resolves when the text has been heard, or at once when it cannot be; one that is cut short never resolves.
   * @param next what is likely to follow, made ready meanwhile so that there is no pause
   */
  readonly say: (text: string, manner: Manner, next?: string) => Promise<void>;
  readonly silence: () => void;
  /** @param volume 0 to 1 */
  readonly setVolume: (volume: number) => void;
  readonly close: () => void;
}

export interface Manner {
  readonly language: Language;
  readonly rate: SpeechRate;
}

/** @param engine who speaks; has to be called while a touch or key is being handled, else browsers stay silent */
export function createSpeaker(engine: Exclude<SpeechEngine, 'none'>): Speaker {
  return engine === 'program' ? createProgramSpeaker() : createSystemSpeaker();
}

function createProgramSpeaker(): Speaker {
  const context = new AudioContext();
  const gain = new GainNode(context);
  gain.connect(context.destination);
  let playing: AudioBufferSourceNode | null = null;
  let prepared: { readonly key: string; readonly audio: Promise<AudioBuffer | null> } | null = null;
  // Counts what was begun, so that audio that comes late is not played over what followed.
  let turns = 0;

  const keyOf = (text: string, { language, rate }: Manner): string => `${language} ${rate} ${text}`;

  const fetchAudio = async (text: string, manner: Manner): Promise<AudioBuffer | null> => {
    const answer = await invoke('speech:say', { text, ...manner });
    if (!answer.ok || answer.value === null) return null;
    const bytes = Uint8Array.from(atob(answer.value.wavBase64), (character) => character.charCodeAt(0));
    return context.decodeAudioData(bytes.buffer);
  };

  const cutShort = (): void => {
    turns += 1;
    playing?.stop();
    playing = null;
  };
  const silence = (): void => {
    cutShort();
    prepared = null;
  };

  return {
    async say(text, manner, next) {
      cutShort();
      const turn = turns;
      const ready = prepared?.key === keyOf(text, manner) ? prepared.audio : fetchAudio(text, manner);
      prepared = null;
      const audio = await ready;
      if (audio === null) return;
      await new Promise<void>((resolve) => {
        if (turn !== turns) return;
        const source = new AudioBufferSourceNode(context, { buffer: audio });
        source.connect(gain);
        source.onended = () => {
          if (turn === turns) resolve();
        };
        playing = source;
        source.start();
        // The program says one text at a time, so the next is asked for only when this one is here.
        if (next !== undefined) prepared = { key: keyOf(next, manner), audio: fetchAudio(next, manner) };
      });
    },
    silence,
    setVolume(volume) {
      gain.gain.value = volume;
    },
    close() {
      silence();
      void context.close();
    },
  };
}

const systemRates: Readonly<Record<SpeechRate, number>> = { slow: 0.7, normal: 1, fast: 1.4 };

/** Voices of the machine itself only: others would send the text away. */
function createSystemSpeaker(): Speaker {
  let volume = 1;
  let turns = 0;
  const silence = (): void => {
    turns += 1;
    speechSynthesis.cancel();
  };
  return {
    say: (text, { language, rate }) =>
      new Promise((resolve) => {
        silence();
        const turn = turns;
        const voice = speechSynthesis
          .getVoices()
          .find(({ lang, localService }) => localService && lang.startsWith(language));
        if (voice === undefined) {
          resolve();
          return;
        }
        const utterance = new SpeechSynthesisUtterance(text);
        Object.assign(utterance, { voice, lang: voice.lang, rate: systemRates[rate], volume });
        const end = (): void => {
          if (turn === turns) resolve();
        };
        utterance.onend = end;
        // What cannot be said must not look as if it were still being said.
        utterance.onerror = end;
        speechSynthesis.speak(utterance);
      }),
    silence,
    setVolume(next) {
      volume = next;
    },
    close: silence,
  };
}
