import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLog } from '../../electron/log';

describe('the log', () => {
  let folder = '';
  let lines: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'comptoir-log-'));
    lines = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });
  const read = (name = 'comptoir.log') => readFileSync(join(folder, 'logs', name), 'utf8');

  it('writes one JSON line for each event, on stderr and in a file that only its owner reads', () => {
    openLog(join(folder, 'logs')).info('sync:ended', { reason: 'exit code 9', waitMs: 1_000 });
    const { at, ...fields } = JSON.parse(read()) as Record<string, unknown>;
    expect(fields).toEqual({ level: 'info', event: 'sync:ended', reason: 'exit code 9', waitMs: 1_000 });
    expect(at).toMatch(/^\d{4}-.*Z$/);
    expect(lines).toEqual([read()]);
    expect(statSync(join(folder, 'logs', 'comptoir.log')).mode & 0o777).toBe(0o600);
  });

  it('masks numbers in fields and in the messages and stacks of bugs', () => {
    const log = openLog(join(folder, 'logs'));
    log.warn('cache:refused', { why: 'no +225 07 00 00 00 01', customerName: 'Aya' });
    log.bug('bug:customer:open', new Error('2250700000001 has 1 250 F CFA'));
    log.bug('bug:refresh', 'not even an Error: 0700000001');
    expect(read()).not.toMatch(/0700000001|07 00 00 00 01|1 250|Aya/);
    expect(read()).toContain('22507••••••01');
    expect(read()).toContain('log.test.ts');
  });

  it('goes on in the file that is there, and keeps no more than four of five megabytes', () => {
    openLog(join(folder, 'logs')).info('first');
    const log = openLog(join(folder, 'logs'));
    expect(read()).toContain('"first"');
    const text = 'x'.repeat(1_000_000);
    for (let count = 0; count < 30; count += 1) log.info('filler', { count, text });
    const sizes = readdirSync(join(folder, 'logs')).map((name) => statSync(join(folder, 'logs', name)).size);
    expect(sizes).toHaveLength(4);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(5 * 1024 * 1024);
    expect(read()).toContain('"count":29');
    expect(read('comptoir.log.1')).not.toContain('"count":29');
  });

  it('is kept apart for each process', () => {
    openLog(join(folder, 'logs')).info('window:shown');
    openLog(join(folder, 'logs'), 'sync').warn('sync:ended', { reason: 'x' });
    expect(readdirSync(join(folder, 'logs'))).toEqual(['comptoir.log', 'sync.log']);
    expect(read('sync.log')).toContain('"sync:ended"');
    expect(read()).not.toContain('"sync:ended"');
  });

  it('costs the file, not the program, where the folder cannot be written', () => {
    writeFileSync(join(folder, 'logs'), '');
    const log = openLog(join(folder, 'logs'));
    log.info('window:shown');
    expect(lines).toHaveLength(1);
    rmSync(join(folder, 'logs'));
    log.info('window:focused');
    expect(read()).toContain('"window:focused"');
  });

  it('goes on in the file once the disk takes lines again', () => {
    const log = openLog(join(folder, 'logs'));
    log.info('first');
    rmSync(join(folder, 'logs'), { recursive: true });
    writeFileSync(join(folder, 'logs'), '');
    log.info('lost');
    rmSync(join(folder, 'logs'));
    log.info('found');
    expect(read()).toContain('"found"');
    expect(lines).toHaveLength(3);
  });
});
