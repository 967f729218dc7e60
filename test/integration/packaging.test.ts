/** What is shipped beside the program: read by the machine's own tools where it has them. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../helpers/testCache';

const folder = join(import.meta.dirname, '..', '..', 'packaging', 'linux');
const unit = readFileSync(join(folder, 'comptoir-kiosk.service'), 'utf8');
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('the unit of a kiosk', () => {
  test.runIf(hasSystemd)('is one that systemd finds nothing wrong with', async () => {
    const file = join(await makeFolder(), 'comptoir-kiosk.service');
    // The programs that it names are not on the machine that tests it.
    writeFileSync(file, unit.replaceAll(/\/usr\/(bin\/cage|lib\/comptoir\/comptoir-switch)/g, '/bin/true'));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('starts the program again whatever ended it, for as long as it takes', () => {
    expect(unit).toMatch(/^Restart=always$/m);
    expect(unit).toMatch(/^StartLimitIntervalSec=0$/m);
  });

  test('runs as a user of its own, and lets it write nowhere but in its data', () => {
    expect(unit).toMatch(/^User=comptoir$/m);
    expect(unit).toMatch(/^ProtectSystem=strict$/m);
    expect(unit.match(/^ReadWritePaths=.*$/gm)).toEqual(['ReadWritePaths=/var/lib/comptoir']);
    expect(unit).toMatch(/^LimitCORE=0$/m);
  });

  test('opens no debugger and switches no sandbox off', () => {
    const lines = unit + readFileSync(join(folder, 'comptoir-x-session'), 'utf8');
    expect(lines).not.toMatch(/--(no-sandbox|inspect|remote-debugging)/);
  });
});

test.each(['comptoir-switch', 'comptoir-x-session'])('%s is a script that a plain shell reads', (script) => {
  expect(spawnSync('sh', ['-n', join(folder, script)]).status).toBe(0);
});
