/** The real speech program of this machine. */
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSpeech } from '../../electron/services/speech';
import { longestUtterance } from '../../shared/ipc/commands/speech';
import { makeFolder } from '../helpers/testCache';

const speech = createSpeech({ platform: 'linux' });

interface Sound {
  readonly seconds: number;
  /** Highest of 16-bit samples. */
  readonly loudest: number;
}

function soundOf(wav: Buffer): Sound {
  expect(wav.toString('latin1', 0, 4) + wav.toString('latin1', 8, 12)).toBe('RIFFWAVE');
  expect(wav.readUInt32LE(4)).toBe(wav.length - 8);
  expect(wav.readUInt32LE(40)).toBe(wav.length - 44);
  expect([wav.readUInt16LE(22), wav.readUInt16LE(34)]).toEqual([1, 16]);
  const samples = Array.from({ length: (wav.length - 44) / 2 }, (_, index) =>
    wav.readInt16LE(44 + 2 * index),
  );
  return {
    seconds: samples.length / wav.readUInt32LE(24),
    loudest: samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
  };
}

async function heard(
  text: string,
  rate: 'slow' | 'normal' | 'fast' = 'normal',
  language: 'fr' | 'en' = 'fr',
) {
  const wav = await speech.say({ text, language, rate });
  if (wav === null) throw new Error('Nothing was said.');
  return soundOf(wav);
}

/** A program that stands in for the real one, to see how it is called. */
async function standIn(lines: string): Promise<{ program: string; folder: string }> {
  const folder = await makeFolder();
  const program = join(folder, 'speak');
  await writeFile(program, `#!/bin/sh\n${lines}\n`);
  await chmod(program, 0o755);
  return { program, folder };
}

describe('the speech program', () => {
  test('is found, and speaks both languages aloud', async () => {
    expect(await speech.engine()).toBe('program');
    for (const language of ['fr', 'en'] as const) {
      const { seconds, loudest } = await heard(
        'Bonjour Aya. Compte principal : 1250 francs.',
        'normal',
        language,
      );
      expect(seconds).toBeGreaterThan(1);
      expect(loudest).toBeGreaterThan(3000);
    }
  });

  test('speaks at the rate asked for', async () => {
    const text = 'Votre bonus internet de nuit expire demain à cinq heures.';
    const [slow, normal, fast] = [await heard(text, 'slow'), await heard(text), await heard(text, 'fast')];
    expect(slow.seconds).toBeGreaterThan(normal.seconds);
    expect(normal.seconds).toBeGreaterThan(fast.seconds);
  });

  test('reads the longest text, and anything that looks like a command as text', async () => {
    expect((await heard('bonus '.repeat(longestUtterance / 6))).seconds).toBeGreaterThan(20);
    for (const text of ['-f /etc/passwd', '<audio src="/etc/passwd"/>', '[[h@loU]]', '\u0001\u0000 x']) {
      expect((await heard(text)).seconds).toBeLessThan(30);
    }
  });

  test('says one text at a time: a new one ends the one before', async () => {
    const before = speech.say({ text: 'un '.repeat(150), language: 'fr', rate: 'slow' });
    const after = speech.say({ text: 'deux', language: 'fr', rate: 'normal' });
    expect(await before).toBeNull();
    expect(await after).not.toBeNull();
  });

  test('is given the text over its standard input, never as an argument', async () => {
    const { program, folder } = await standIn(
      'echo "$@" > "$(dirname "$0")/argv"; cat > "$(dirname "$0")/stdin"',
    );
    await createSpeech({ platform: 'linux', program }).say({
      text: '07 00 00 00 01',
      language: 'fr',
      rate: 'fast',
    });
    expect(await readFile(join(folder, 'argv'), 'utf8')).not.toContain('07');
    expect(await readFile(join(folder, 'stdin'), 'utf8')).toBe('07 00 00 00 01');
  });
});

describe('without the speech program', () => {
  test('nobody speaks on Linux, the system does elsewhere, and a text is answered by nothing', async () => {
    const program = '/nowhere/speak';
    const onLinux = createSpeech({ platform: 'linux', program });
    expect(await onLinux.engine()).toBe('none');
    expect(await createSpeech({ platform: 'win32', program }).engine()).toBe('system');
    expect(await onLinux.say({ text: 'bonjour', language: 'fr', rate: 'normal' })).toBeNull();
  });

  test('a program that fails or says nothing is answered by nothing', async () => {
    for (const lines of ['exit 3', 'exit 0', 'head -c 44 /dev/zero']) {
      const { program } = await standIn(lines);
      const failing = createSpeech({ platform: 'linux', program });
      expect(await failing.say({ text: 'bonjour', language: 'fr', rate: 'normal' })).toBeNull();
    }
  });
});
