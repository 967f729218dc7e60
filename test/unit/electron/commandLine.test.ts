import { describe, expect, it } from 'vitest';
import { argsToStartAgain, readFlags } from '../../../electron/commandLine';

const none = { mode: null, config: null, training: false, provision: null, windowed: false };

describe('the flags of a start', () => {
  it('are all absent unless given', () => {
    expect(readFlags(['electron', '.'])).toEqual({ ok: true, flags: none });
  });

  it('are read in both spellings, among those of Chromium', () => {
    const separate = [
      '--no-sandbox',
      '.',
      '--mode',
      'selfservice',
      '--config',
      '/etc/comptoir.json',
      '--windowed',
    ];
    const joined = ['.', '--mode=selfservice', '--windowed', '--config=/etc/comptoir.json', '--lang=fr'];
    const flags = { ...none, mode: 'selfservice', config: '/etc/comptoir.json', windowed: true };
    expect(readFlags(separate)).toEqual({ ok: true, flags });
    expect(readFlags(joined)).toEqual({ ok: true, flags });
    expect(readFlags(['--training'])).toEqual({ ok: true, flags: { ...none, training: true } });
  });

  it.each([[['--mode', 'kiosk']], [['--mode']], [['--mode=']], [['--mode', '--training']]])(
    'name the modes there are when given %j',
    (args) => {
      expect(readFlags(args)).toEqual({ ok: false, expected: '--mode agent|selfservice' });
    },
  );

  it('name a provisioning file, or leave it to the person at the screen', () => {
    expect(readFlags(['--provision', '/media/USB/comptoir.provisioning'])).toEqual({
      ok: true,
      flags: { ...none, provision: '/media/USB/comptoir.provisioning' },
    });
    expect(readFlags(['--provision', '--windowed'])).toEqual({
      ok: true,
      flags: { ...none, provision: '', windowed: true },
    });
  });

  it('are the same at a restart, but that nothing is provisioned once more', () => {
    expect(argsToStartAgain(['.', '--provision', '/media/file', '--windowed'])).toEqual(['.', '--windowed']);
    expect(argsToStartAgain(['--provision=/media/file', '--mode', 'agent'])).toEqual(['--mode', 'agent']);
    expect(argsToStartAgain(['--provision', '--windowed'])).toEqual(['--windowed']);
  });

  it('ask for the path that --config lacks', () => {
    expect(readFlags(['--config', '--training'])).toEqual({ ok: false, expected: '--config PATH' });
  });
});
