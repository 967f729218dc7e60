import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findOpenDoors, type ExaminedMachine } from '../../electron/cli/machineFindings';
import { makeFolder } from '../helpers/testCache';

interface MadeUpMachine extends ExaminedMachine {
  readonly write: (path: string, text: string, mode?: number) => void;
  readonly link: (path: string, target: string) => void;
}

/** One that is as docs/kiosk.md says. */
async function makeMachine(): Promise<MadeUpMachine> {
  const root = await makeFolder();
  const inPlace = (path: string) => {
    mkdirSync(join(root, dirname(path)), { recursive: true, mode: 0o755 });
    return join(root, path);
  };
  const write = (path: string, text: string, mode = 0o600) => {
    writeFileSync(inPlace(path), `${text}\n`, { mode });
    chmodSync(join(root, path), mode);
  };
  const link = (path: string, target: string) => symlinkSync(target, inPlace(path));
  write('etc/systemd/system/comptoir-kiosk.service', '[Service]');
  write('etc/systemd/logind.conf.d/kiosk.conf', '[Login]\nNAutoVTs=0\nReserveVT=0');
  link('etc/systemd/system/ctrl-alt-del.target', '/dev/null');
  write('proc/sys/kernel/sysrq', '0');
  write('proc/sys/kernel/core_pattern', '|/bin/false');
  write('proc/swaps', 'Filename Type Size Used Priority\n/dev/dm-1 partition 1 0 -2');
  write(
    'proc/net/tcp',
    '  sl  local_address rem_address   st\n   0: 0100007F:1770 00000000:0000 0A 00000000',
  );
  write('sys/module/kernel/parameters/consoleblank', '0');
  write('run/systemd/timesync/synchronized', '');
  write('opt/comptoir/version', '1.0.0', 0o644);
  write('var/lib/comptoir/comptoir.key', 'ab');
  return { root, uid: 998, profileFolder: '/var/lib/comptoir', write, link };
}

async function namesOf(machine: ExaminedMachine): Promise<readonly string[]> {
  return (await findOpenDoors(machine)).map(({ name }) => name);
}

describe('a machine', () => {
  test('that is locked down has nothing to be found', async () => {
    expect(await findOpenDoors(await makeMachine())).toEqual([]);
  });

  test('that was just installed is told all that there is to do', async () => {
    const root = await makeFolder();
    expect(await namesOf({ root, uid: 0, profileFolder: '/root' })).toEqual([
      'RUNS_AS_ROOT',
      'NOT_SUPERVISED',
      'OTHER_TERMINALS',
      'CTRL_ALT_DEL',
      'MAGIC_KEYS',
      'CORE_DUMPS',
      'TIME_NOT_SYNCHRONISED',
    ]);
  });

  test.each<[string, (machine: MadeUpMachine) => void]>([
    ['PROGRAM_FOLDER_WRITABLE', ({ root }) => chmodSync(join(root, 'opt/comptoir'), 0o777)],
    ['PRIVATE_FILE_EXPOSED', ({ write }) => write('var/lib/comptoir/comptoir.key', 'ab', 0o644)],
    ['DISPLAY_MANAGER', ({ write }) => write('etc/systemd/system/display-manager.service', '')],
    ['OTHER_TERMINALS', ({ write }) => write('etc/systemd/logind.conf.d/kiosk.conf', '[Login]\n#NAutoVTs=0')],
    ['MAGIC_KEYS', ({ write }) => write('proc/sys/kernel/sysrq', '438')],
    ['USB_STORAGE', ({ write }) => write('usr/lib/systemd/system/udisks2.service', '')],
    ['SCREEN_BLANKS', ({ write }) => write('sys/module/kernel/parameters/consoleblank', '600')],
    ['DEBUG_PORT', ({ write }) => write('proc/net/tcp', '   0: 0100007F:2406 00000000:0000 0A 00000000')],
    ['SWAP_UNENCRYPTED', ({ write }) => write('proc/swaps', 'Filename\n/swapfile file 1 0 -2')],
    ['CORE_DUMPS', ({ write }) => write('proc/sys/kernel/core_pattern', 'core')],
  ])('is found open by its name: %s', async (name, open) => {
    const machine = await makeMachine();
    open(machine);
    expect(await namesOf(machine)).toEqual([name]);
  });

  test('that mounts no sticks, by either way, is not found open for having them', async () => {
    const [masked, blocked] = [await makeMachine(), await makeMachine()];
    masked.write('usr/lib/systemd/system/udisks2.service', '');
    masked.link('etc/systemd/system/udisks2.service', '/dev/null');
    blocked.write('usr/lib/systemd/system/udisks2.service', '');
    blocked.write('etc/modprobe.d/kiosk.conf', 'install usb-storage /bin/false');
    expect([await namesOf(masked), await namesOf(blocked)]).toEqual([[], []]);
  });

  test('is told what to do in one sentence each', async () => {
    const found = await findOpenDoors({ root: await makeFolder(), uid: 0, profileFolder: '/root' });
    for (const { advice } of found) expect(advice).toMatch(/^[A-Z a-z].{20,160}\.$/);
  });
});
