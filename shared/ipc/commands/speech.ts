import Type from 'typebox';
import { language, nothing, request } from './request';

/** Longest text that is spoken in one go, in UTF-16 code units. */
export const longestUtterance = 500;

export const speechRates = ['slow', 'normal', 'fast'] as const;

export type SpeechRate = (typeof speechRates)[number];

export const speechRequests = {
  'speech:describe': nothing,
  'speech:say': request({
    text: Type.String({ minLength: 1, maxLength: longestUtterance }),
    language,
    rate: Type.Enum([...speechRates]),
  }),
} as const;

/**
 * Who speaks: a program of this machine whose audio the page plays, the system through the page's own speech, or
 * nobody, because the program is not installed.
 */
export type SpeechEngine = 'program' | 'system' | 'none';

export interface SpokenAudio {
  /** A WAV file. */
  readonly wavBase64: string;
}

export interface SpeechAnswers {
  'speech:describe': SpeechEngine;
  /** `null`: nothing came, because the program failed or a newer text took its place. */
  'speech:say': SpokenAudio | null;
}
