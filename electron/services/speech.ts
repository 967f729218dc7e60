/**
 * Speaks with eSpeak NG, a speech program that works without a network. The text goes over its standard input, so that
 * no customer's amounts stand in a list of processes; the audio comes back over its standard output and touches no file.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Language } from '../../shared/domain/language';
import type { SpeechEngine, SpeechRate } from '../../shared/ipc/commands/speech';

export interface Utterance {
  readonly text: string;
  readonly language: Language;
  readonly rate: SpeechRate;
}

export interface SpeechService {
  readonly engine: () => Promise<SpeechEngine>;
  /** A whole WAV file. One text at a time: a new one ends the one before, which then answers `null`. */
  readonly say: (utterance: Utterance) => Promise<Buffer | null>;
  readonly stop: () => void;
}

export interface SpeechOptions {
  readonly platform: NodeJS.Platform;
  readonly program?: string;
}

type Speaking = ChildProcessByStdio<Writable, Readable, null>;

const voices: Readonly<Record<Language, string>> = { fr: 'fr', en: 'en-gb' };

/** Words a minute. */
const wordsPerMinute: Readonly<Record<SpeechRate, string>> = { slow: '110', normal: '150', fast: '200' };

const timeoutMs = 10_000;
/** Two minutes of 16-bit mono at 22,050 Hz: no text of the longest length comes near it. */
const longestAudioBytes = 5_300_000;
/** The header of a WAV file with nothing after it. */
const wavHeaderBytes = 44;

export function createSpeech({ platform, program = 'espeak-ng' }: SpeechOptions): SpeechService {
  let speaking: Speaking | null = null;
  let found: Promise<boolean> | null = null;

  const stop = (): void => {
    speaking?.kill('SIGKILL');
    speaking = null;
  };

  return {
    async engine() {
      found ??= isInstalled(program);
      if (await found) return 'program';
      return platform === 'linux' ? 'none' : 'system';
    },

    say({ text, language, rate }) {
      stop();
      const child = spawn(
        program,
        ['--stdin', '--stdout', '-b', '1', '-v', voices[language], '-s', wordsPerMinute[rate]],
        { stdio: ['pipe', 'pipe', 'ignore'], timeout: timeoutMs, killSignal: 'SIGKILL' },
      );
      speaking = child;
      return collectWav(child, withoutCommands(text)).finally(() => {
        if (speaking === child) speaking = null;
      });
    },

    stop,
  };
}

function isInstalled(program: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, ['--version'], { stdio: 'ignore', timeout: timeoutMs });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** Two brackets would begin phonemes; what is no text is not read either. */
function withoutCommands(text: string): string {
  return text.replace(/[[\]\p{Cc}]+/gu, ' ');
}

function collectWav(child: Speaking, text: string): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > longestAudioBytes) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.on('error', () => resolve(null));
    child.on('close', (code) => {
      const wav = Buffer.concat(chunks);
      resolve(code === 0 && wav.length > wavHeaderBytes ? withLengths(wav) : null);
    });
    // A program that ended before it had read all.
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
  });
}

/** A stream does not know its length when it begins: the program leaves the two fields for it at their highest. */
function withLengths(wav: Buffer): Buffer {
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.writeUInt32LE(wav.length - wavHeaderBytes, 40);
  return wav;
}
